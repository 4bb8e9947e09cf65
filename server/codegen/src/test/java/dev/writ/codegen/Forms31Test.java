package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.api.FilePart;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Forms31Test {
    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() {
        generated = Generated.compiled(folder, Documents.ofPaths("3.1.0", """
                /files:
                  post:
                    operationId: upload
                    requestBody:
                      required: true
                      content:
                        multipart/form-data:
                          schema:
                            type: object
                            required: [untyped, media, named]
                            properties:
                              untyped: {}
                              optional: {}
                              'true': true
                              media: {contentMediaType: image/png}
                              octets: {contentMediaType: application/octet-stream}
                              string: {type: string, contentMediaType: image/png}
                              binary: {type: string, format: binary}
                              nullable: {type: [string, 'null'], contentMediaType: image/png}
                              named: {$ref: '#/components/schemas/Raw'}
                              several: {type: array, items: {}}
                              pictures: {type: array, items: {contentMediaType: image/png}}
                              encoded: {type: string, contentMediaType: image/png, contentEncoding: base64}
                              csv: {type: string, contentMediaType: text/csv}
                              json: {}
                              picture: {}
                              note: {type: [string, 'null']}
                              free: {type: object}
                          encoding:
                            json: {contentType: application/json}
                            picture: {contentType: 'image/png, image/*'}
                    responses: {'204': {description: Done}}
                  put:
                    operationId: both
                    requestBody:
                      required: true
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Both'}}
                        multipart/form-data: {schema: {$ref: '#/components/schemas/Both'}}
                    responses: {'204': {description: Done}}
                  patch:
                    operationId: mixed
                    requestBody:
                      required: true
                      content: {multipart/mixed: {schema: {type: array, items: {}}}}
                    responses: {'204': {description: Done}}
                /free:
                  post:
                    operationId: anything
                    requestBody:
                      required: true
                      content:
                        application/json: {schema: {type: object, additionalProperties: {}}}
                        application/x-www-form-urlencoded: {schema: {type: object, additionalProperties: {}}}
                        multipart/form-data: {schema: {type: object, additionalProperties: {}}}
                    responses: {'204': {description: Done}}
                /tree:
                  post:
                    operationId: plant
                    requestBody:
                      required: true
                      content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Tree'}}}
                    responses: {'204': {description: Done}}
                  put:
                    operationId: choose
                    requestBody:
                      required: true
                      content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Choice'}}}
                    responses: {'204': {description: Done}}
                  patch:
                    operationId: paint
                    requestBody:
                      required: true
                      content:
                        multipart/form-data:
                          schema: {$ref: '#/components/schemas/Picture'}
                          encoding: {png: {contentType: image/png}, other: {contentType: image/png}}
                    responses: {'204': {description: Done}}
                """, """
                Picture: {oneOf: [{$ref: '#/components/schemas/Png'}, {$ref: '#/components/schemas/Jpeg'}]}
                Png: {type: object, required: [png], properties: {png: {contentMediaType: image/png}}}
                Jpeg: {type: object, required: [jpeg], properties: {jpeg: {contentMediaType: image/jpeg}}}
                Raw: {description: Any octets.}
                Both: {type: object, properties: {free: {}, file: {type: string, format: binary}}}
                Tree: {type: object, properties: {leaf: {}, left: {$ref: '#/components/schemas/Tree'}}}
                FilePart: {type: object, properties: {part: {}}}
                Choice:
                  oneOf: [{$ref: '#/components/schemas/ByFile'}, {$ref: '#/components/schemas/ByName'}]
                  discriminator: {propertyName: kind}
                ByFile:
                  type: object
                  required: [kind, file]
                  properties: {kind: {const: ByFile}, file: {}, size: {type: integer, format: int64}}
                ByName: {type: object, required: [kind, name], properties: {kind: {const: ByName}, name: {type: string}}}
                """));
    }

    @Test
    void what_has_no_type_or_a_media_type_that_is_no_text_is_a_file() {
        assertThat(generated.source("model.UploadRequest")).contains("""
                        FilePart untyped,
                        @Nullable FilePart optional,
                        @JsonProperty("true") @Nullable FilePart true_,
                        FilePart media,
                        @Nullable FilePart octets,
                        @Nullable FilePart string,
                        @Nullable FilePart binary,
                        @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<FilePart> nullable,
                        FilePart named,
                        @Nullable List<FilePart> several,
                        @Nullable List<FilePart> pictures,
                        @Nullable String encoded,
                        @Nullable String csv,
                        @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<Object> json,
                        @Nullable FilePart picture,
                        @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<String> note,
                        @Nullable Map<String, Object> free) {
                """);
    }

    @Test
    void what_json_has_as_well_is_a_file_only_by_its_format() {
        assertThat(generated.source("model.Both")).contains("Maybe<Object> free", "@Nullable FilePart file");
        assertThat(generated.source("model.Tree")).contains("Maybe<Object> leaf", "@Nullable Tree left");
    }

    @Test
    void parts_without_names_and_types_are_files() {
        assertThat(generated.source("api.DefaultApi")).contains("mixed(List<FilePart> body);");
    }

    @Test
    void what_may_have_any_parts_is_the_same_in_all_media_types() {
        assertThat(generated.source("api.DefaultApi")).contains("anything(Map<String, @Nullable Object> body);");
    }

    @Test
    void a_schema_called_after_a_part_gives_way() {
        assertThat(generated.files()).contains("ModelFilePart.java");
    }

    @Test
    void records_are_bound_from_trees_with_files() throws JsonProcessingException {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        form.putPOJO("untyped", new Named("a"));
        form.putPOJO("media", new Named("b"));
        form.putPOJO("named", new Named("c"));
        form.putPOJO("nullable", new Named("d"));
        form.putArray("several").addPOJO(new Named("e")).addPOJO(new Named("f"));
        form.putPOJO("json", new Named("g"));

        assertThat(generated.bind("UploadRequest", form).toString())
                .contains("untyped=a", "media=b", "named=c", "several=[e, f]", "string=null")
                .contains("nullable=Value[value=d]", "json=Value[value=g]", "note=Absent[]");
    }

    @Test
    void alternatives_are_bound_from_trees_with_files() throws JsonProcessingException {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        form.putPOJO("file", new Named("a"));
        form.put("kind", "ByFile");

        assertThat(generated.bind("Choice", form)).hasToString("ByFile[kind=ByFile, file=a, size=null]");

        ObjectNode deduced = JsonNodeFactory.instance.objectNode();
        deduced.putPOJO("png", new Named("b"));

        assertThat(generated.bind("Picture", deduced)).hasToString("Png[png=b]");
    }

    /** Says its name. */
    private record Named(String name) implements FilePart {
        @Override
        public Optional<String> fileName() {
            return Optional.of(name);
        }

        @Override
        public Optional<String> contentType() {
            return Optional.empty();
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }

        @Override
        public void copyTo(Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
