package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of OpenAPI 3.0; what is in them by 3.1 is in {@link Forms31Test}. */
class FormsTest {
    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() {
        generated = Generated.compiled(folder, Documents.ofPaths("3.0.3", """
                /pets/{id}/photos:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: integer, format: int64}}
                  post:
                    operationId: addPhoto
                    parameters:
                      - {name: body, in: query, schema: {type: string}}
                      - {name: X-Trace, in: header, schema: {type: string}}
                    requestBody:
                      required: true
                      description: What is uploaded.
                      content:
                        multipart/form-data:
                          schema:
                            type: object
                            description: A photo of a pet.
                            required: [photo, taken, tags]
                            properties:
                              photo: {type: string, format: binary, description: As the camera made it.}
                              more: {type: array, items: {type: string, format: binary}}
                              thumbnail: {$ref: '#/components/schemas/Image'}
                              negative: {type: string, format: binary, nullable: true}
                              taken: {type: string, format: date}
                              tags: {type: array, items: {type: string}}
                              visibility: {type: string, enum: [all, friends], default: friends}
                              rating: {type: integer, format: int32, minimum: 0, default: 3}
                              note: {type: string, nullable: true}
                              place: {type: object, required: [lat], properties: {lat: {type: number, format: double}}}
                              checksum: {type: string, format: byte}
                              anything: {}
                          encoding:
                            photo: {contentType: 'image/png, image/jpeg'}
                            place: {contentType: application/json}
                    responses: {'204': {description: Done}}
                /tokens:
                  post:
                    operationId: createToken
                    requestBody:
                      content:
                        application/x-www-form-urlencoded:
                          schema:
                            type: object
                            required: [grant_type]
                            properties:
                              grant_type: {type: string, enum: [password, refresh]}
                              scope: {type: array, items: {type: string}}
                              blob: {type: string, format: binary}
                              expires: {type: string, format: date-time}
                    responses:
                      '200':
                        description: Made.
                        content:
                          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Document'}}
                          multipart/mixed: {schema: {type: array, items: {type: string, format: binary}}}
                          multipart/form-data:
                            schema: {type: object, required: [file], properties: {file: {type: string, format: binary}}}
                /documents:
                  post:
                    operationId: addDocument
                    requestBody:
                      required: true
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Document'}}
                        application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Document'}}
                        multipart/form-data: {schema: {$ref: '#/components/schemas/Document'}}
                    responses: {'204': {description: Done}}
                  put:
                    operationId: inlineTwice
                    requestBody:
                      required: true
                      content:
                        application/json:
                          schema:
                            type: object
                            properties: {title: {type: string}, inner: {type: object, properties: {a: {type: string}}}}
                        multipart/form-data:
                          schema:
                            type: object
                            properties: {title: {type: string}, inner: {type: object, properties: {a: {type: string}}}}
                    responses: {'204': {description: Done}}
                  patch:
                    operationId: either
                    requestBody:
                      required: true
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Document'}}
                        multipart/form-data: {schema: {$ref: '#/components/schemas/Scan'}}
                    responses: {'204': {description: Done}}
                /batches:
                  post:
                    operationId: addBatch
                    requestBody:
                      required: true
                      content:
                        multipart/mixed: {schema: {type: array, items: {$ref: '#/components/schemas/Document'}}}
                    responses: {'204': {description: Done}}
                  put:
                    operationId: replaceBatch
                    requestBody: {$ref: '#/components/requestBodies/Files'}
                    responses: {'204': {description: Done}}
                  patch:
                    operationId: anyFiles
                    requestBody:
                      required: true
                      content:
                        multipart/form-data:
                          schema: {type: object, additionalProperties: {type: string, format: binary}}
                    responses: {'204': {description: Done}}
                  delete:
                    operationId: withoutSchema
                    requestBody: {required: true, content: {multipart/form-data: {}}}
                    responses: {'204': {description: Done}}
                /scans:
                  post:
                    operationId: addScan
                    requestBody:
                      required: true
                      content:
                        multipart/form-data: {schema: {$ref: '#/components/schemas/Scan'}}
                    responses: {'204': {description: Done}}
                  put:
                    operationId: feed
                    requestBody:
                      required: true
                      content:
                        multipart/form-data: {schema: {$ref: '#/components/schemas/Feed'}}
                    responses: {'204': {description: Done}}
                """, """
                Image: {type: string, format: binary}
                Document:
                  type: object
                  required: [title]
                  properties: {title: {type: string}, pages: {type: integer, format: int32}}
                Base:
                  type: object
                  required: [file]
                  properties: {file: {type: string, format: binary}}
                  additionalProperties: {type: string, format: binary}
                Scan:
                  allOf:
                    - $ref: '#/components/schemas/Base'
                    - type: object
                      required: [dpi]
                      properties: {dpi: {type: integer, format: int32}}
                Feed:
                  oneOf: [{$ref: '#/components/schemas/FromFile'}, {$ref: '#/components/schemas/FromUri'}]
                FromFile: {type: object, required: [file], properties: {file: {$ref: '#/components/schemas/Image'}}}
                FromUri: {type: object, required: [uri], properties: {uri: {type: string, format: uri}}}
                """) + """
                  requestBodies:
                    Files:
                      content:
                        multipart/mixed:
                          schema: {type: array, items: {$ref: '#/components/schemas/Image'}}
                """);
    }

    @Test
    void a_form_is_one_argument_after_the_parameters() {
        assertThat(generated.source("api.DefaultApi"))
                .contains("""
                    AddPhotoResponse addPhoto(
                            @Bound("id") long id,
                            @Bound("body") @Nullable String body,
                            @Bound("X-Trace") @Nullable String xTrace,
                            AddPhotoRequest body2);
                """)
                .contains("    /** @param body2 What is uploaded. */\n");
    }

    @Test
    void files_are_parts_and_all_else_is_as_in_json() {
        assertThat(generated.source("model.AddPhotoRequest"))
                .contains("""
                        public record AddPhotoRequest(
                                FilePart photo,
                                @Nullable List<FilePart> more,
                                @Nullable FilePart thumbnail,
                                @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<FilePart> negative,
                                LocalDate taken,
                                List<String> tags,
                                AddPhotoRequestVisibility visibility,
                                Integer rating,
                                @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<String> note,
                                @Nullable AddPhotoRequestPlace place,
                                byte @Nullable [] checksum,
                                @JsonInclude(JsonInclude.Include.NON_ABSENT) Maybe<Object> anything) {
                        """)
                .contains(" * @param photo As the camera made it.\n", "import dev.writ.api.FilePart;\n");
    }

    @Test
    void a_form_that_need_not_be_there_may_be_null() {
        assertThat(generated.source("api.DefaultApi")).contains("createToken(@Nullable CreateTokenRequest body);");
    }

    @Test
    void what_is_in_a_url_encoded_form_is_never_a_file() {
        assertThat(generated.source("model.CreateTokenRequest")).contains("""
                        @JsonProperty("grant_type") CreateTokenRequestGrantType grantType,
                        @Nullable List<String> scope,
                        @Nullable String blob,
                        @Nullable OffsetDateTime expires) {
                """);
    }

    @Test
    void one_schema_in_several_media_types_is_one_record() {
        assertThat(generated.source("api.DefaultApi")).contains("addDocument(Document body);");
    }

    @Test
    void one_inline_schema_that_is_written_twice_is_one_record() {
        assertThat(generated.source("api.DefaultApi")).contains("inlineTwice(InlineTwiceRequest body);");
        assertThat(generated.files()).noneMatch(file -> file.startsWith("InlineTwiceRequest1"));
    }

    @Test
    void different_schemas_in_several_media_types_are_an_object() {
        assertThat(generated.source("api.DefaultApi")).contains("either(Object body);");
    }

    @Test
    void a_multipart_body_that_is_an_array_is_a_list() {
        assertThat(generated.source("api.DefaultApi"))
                .contains("addBatch(List<Document> body);")
                .contains("replaceBatch(@Nullable List<FilePart> body);");
    }

    @Test
    void parts_that_are_not_named_are_a_map() {
        assertThat(generated.source("api.DefaultApi")).contains("anyFiles(Map<String, FilePart> body);");
    }

    @Test
    void a_body_without_schema_is_a_stream() {
        assertThat(generated.source("api.DefaultApi")).contains("withoutSchema(InputStream body);");
    }

    @Test
    void what_a_form_extends_is_in_it() {
        assertThat(generated.source("model.Scan"))
                .contains("FilePart file,\n", "int dpi,\n", "Map<String, FilePart> additionalProperties) {");
    }

    @Test
    void octets_that_are_in_no_form_stay_a_stream() {
        assertThat(generated.source("model.Base")).contains("InputStream file,\n");
    }

    @Test
    void alternatives_of_a_form_are_forms() {
        assertThat(generated.source("api.DefaultApi")).contains("feed(Feed body);");
        assertThat(generated.source("model.FromFile"))
                .contains("public record FromFile(FilePart file) implements Feed");
    }

    @Test
    void what_implements_it_reads_files_as_it_reads_the_rest() {
        generated.compile(Map.of("Uses", """
                        import dev.writ.api.FilePart;
                        import dev.writ.spec.api.AddScanResponse;
                        import dev.writ.spec.api.FeedResponse;
                        import dev.writ.spec.model.*;
                        import java.io.IOException;
                        import java.nio.file.Path;

                        class Uses {
                            AddScanResponse addScan(Scan body) throws IOException {
                                for (FilePart file : body.additionalProperties().values()) {
                                    file.copyTo(Path.of("more"));
                                }
                                body.file().copyTo(Path.of(body.dpi() + ".png"));
                                return AddScanResponse.noContent();
                            }

                            FeedResponse feed(Feed body) throws IOException {
                                if (body instanceof FromFile it) {
                                    it.file().open().close();
                                }
                                return FeedResponse.noContent();
                            }
                        }
                        """)).orFail();
    }

    @Test
    void forms_of_swagger_2_are_records_too(@TempDir Path elsewhere) {
        Generated converted = Generated.compiled(elsewhere, """
                swagger: '2.0'
                info: {title: Test, version: '1'}
                paths:
                  /photos:
                    post:
                      operationId: addPhoto
                      consumes: [multipart/form-data]
                      parameters:
                        - {name: photo, in: formData, type: file, required: true}
                        - {name: tags, in: formData, type: array, items: {type: string}}
                      responses: {204: {description: Done}}
                  /tokens:
                    post:
                      operationId: createToken
                      consumes: [application/x-www-form-urlencoded]
                      parameters:
                        - {name: name, in: formData, type: string, required: true}
                      responses: {204: {description: Done}}
                """);

        assertThat(converted.source("model.AddPhotoRequest"))
                .contains("AddPhotoRequest(FilePart photo, @Nullable List<String> tags) {");
        assertThat(converted.source("model.CreateTokenRequest")).contains("CreateTokenRequest(String name) {");
        assertThat(converted.source("api.DefaultApi"))
                .contains("addPhoto(AddPhotoRequest body);", "createToken(CreateTokenRequest body);");
    }

    @Test
    void responses_of_parts_are_what_their_schema_says() {
        assertThat(generated.source("api.CreateTokenResponse"))
                .contains("Ok ok(Document body)")
                .contains("okAsMultipartMixed(List<InputStream> body)");
    }
}
