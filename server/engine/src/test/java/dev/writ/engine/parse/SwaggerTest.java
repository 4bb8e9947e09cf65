package dev.writ.engine.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Encoding;
import dev.writ.engine.model.FieldPresence;
import dev.writ.engine.model.In;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.model.Serialization;
import dev.writ.engine.model.Style;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a document of Swagger 2.0 becomes. */
class SwaggerTest {
    private static final Contract CONTRACT = ContractReader.read("dev/writ/engine/anydocument/swagger-2.0.yaml");

    private static Operation operation(String id) {
        return CONTRACT.operation(id).orElseThrow();
    }

    private static Map<String, Serialization> styles(String id) {
        return operation(id).parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::serialization));
    }

    private static Serialization.Styled styled(Style style, boolean explode) {
        return new Serialization.Styled(style, explode, false);
    }

    @Test
    void a_base_path_stands_before_all_paths() {
        assertThat(CONTRACT.operations())
                .hasSize(6)
                .allSatisfy(operation -> assertThat(operation.basePaths()).containsExactly("/v1"));
        assertThat(CONTRACT.title()).isEqualTo("What Swagger 2.0 can say");
    }

    @Test
    void a_collection_format_is_a_style() {
        assertThat(styles("searchPets"))
                .containsEntry("ids", styled(Style.SIMPLE, false))
                .containsEntry("path", styled(Style.PIPE_DELIMITED, false))
                .containsEntry("tags", styled(Style.FORM, true))
                .containsEntry("sizes", styled(Style.SPACE_DELIMITED, false))
                .containsEntry("colors", styled(Style.PIPE_DELIMITED, false))
                .containsEntry("names", styled(Style.TAB_DELIMITED, false))
                .containsEntry("words", styled(Style.FORM, false))
                .containsEntry("X-Numbers", styled(Style.PIPE_DELIMITED, false))
                .containsEntry("X-Flags", styled(Style.SPACE_DELIMITED, false));
    }

    @Test
    void a_parameter_of_the_operation_overrides_that_of_the_path_and_is_its_own_schema() {
        List<Parameter> tags = operation("searchPets").parameters().stream()
                .filter(parameter -> parameter.name().equals("tags"))
                .toList();
        assertThat(tags).singleElement().satisfies(parameter -> {
            assertThat(parameter.schema().place())
                    .isEqualTo(parameter.place())
                    .hasToString("swagger-2.0.yaml#/paths/~1pets~1{ids}~1{path}/get/parameters/0");
            assertThat(parameter.schema().node())
                    .hasToString("{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1},\"maxItems\":4}");
        });
    }

    @Test
    void parameters_are_referred_to() {
        assertThat(operation("searchPets").parameters())
                .filteredOn(parameter -> parameter.name().equals("limit"))
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.in()).isEqualTo(In.QUERY);
                    assertThat(limit.place().pointer()).isEqualTo("/parameters/Limit");
                    assertThat(limit.schema().node().path("exclusiveMaximum").booleanValue())
                            .isTrue();
                });
        assertThat(operation("searchPets").parameters())
                .filteredOn(Parameter::allowEmptyValue)
                .extracting(Parameter::name)
                .containsExactly("flag");
    }

    @Test
    void a_body_parameter_is_the_request_body() {
        RequestBody body = operation("addPet").requestBody().orElseThrow();
        assertThat(body.required()).isTrue();
        assertThat(body.place().pointer()).isEqualTo("/parameters/Pet");
        assertThat(body.content()).singleElement().satisfies(content -> {
            assertThat(content.mediaType()).isEqualTo("application/json");
            assertThat(content.schema().orElseThrow().pointer()).isEqualTo("/parameters/Pet/schema");
            assertThat(content.place().pointer()).isEqualTo("/consumes/0");
        });
        RequestBody other = operation("renamePets").requestBody().orElseThrow();
        assertThat(other.required()).isFalse();
        assertThat(other.content())
                .extracting(MediaTypeObject::mediaType)
                .containsExactly("application/json", "text/plain");
        assertThat(other.content()
                        .get(0)
                        .schema()
                        .orElseThrow()
                        .node()
                        .path("nullable")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void parameters_of_a_form_are_an_object_whose_properties_are_where_they_stand() {
        RequestBody body = operation("putPhoto").requestBody().orElseThrow();
        assertThat(body.required()).isTrue();
        MediaTypeObject content = body.content().get(0);
        assertThat(body.content()).hasSize(1);
        assertThat(content.mediaType()).isEqualTo("multipart/form-data");
        SchemaNode schema = content.schema().orElseThrow();
        assertThat(schema.node().path("properties").fieldNames())
                .toIterable()
                .containsExactly("photo", "tags", "sizes", "age", "kind", "born");
        Schemas schemas = new Schemas(CONTRACT);
        SchemaNode photo = property(schemas, schema, "photo");
        assertThat(photo.place()).hasToString("swagger-2.0.yaml#/paths/~1photos~1{name}/put/parameters/1");
        assertThat(photo.place().location().pointer()).isEqualTo("/paths/~1photos~1{name}/put/parameters/1");
        assertThat(encodings("putPhoto")).hasEntrySatisfying("photo", encoding -> {
            assertThat(encoding.presence()).isEqualTo(new FieldPresence(true, false));
            assertThat(encoding.place()).hasToString(photo.place().toString());
        });
        assertThat(schema.place()).hasToString("swagger-2.0.yaml#/paths/~1photos~1{name}/put/parameters");
        assertThat(property(schemas, schema, "sizes").place().child("items").child("type"))
                .hasToString("swagger-2.0.yaml#/paths/~1photos~1{name}/put/parameters/3/items/type");
        assertThat(photo.node()).hasToString("{\"type\":\"string\",\"description\":\"a photo\",\"format\":\"binary\"}");
        assertThat(property(schemas, schema, "age").node())
                .hasToString("{\"type\":\"integer\",\"minimum\":0,\"default\":3}");
    }

    @Test
    void what_is_wrong_with_a_field_of_a_form_is_told_where_the_parameter_stands() throws Exception {
        SchemaNode schema = operation("putPhoto")
                .requestBody()
                .orElseThrow()
                .content()
                .get(0)
                .schema()
                .orElseThrow();
        assertThat(CompiledSchemas.of(CONTRACT, SchemaOptions.DEFAULT)
                        .compile(schema, Direction.REQUEST)
                        .check(new ObjectMapper().readTree("{\"sizes\": [1, \"x\"], \"age\": -1}"))
                        .errors())
                .extracting(error -> error.pointer() + " " + error.schemaLocation())
                .containsExactlyInAnyOrder(
                        "/sizes/1 swagger-2.0.yaml#/paths/~1photos~1{name}/put/parameters/3/items/type",
                        "/age swagger-2.0.yaml#/paths/~1photos~1{name}/put/parameters/4/minimum");
    }

    private static SchemaNode property(Schemas schemas, SchemaNode form, String name) {
        return schemas.resolved(new SchemaNode(
                form.place().child("properties").child(name),
                form.node().path("properties").path(name)));
    }

    @Test
    void a_collection_format_of_a_form_is_an_encoding() {
        assertThat(encodings("putPhoto"))
                .containsOnlyKeys("photo", "tags", "sizes", "age", "kind", "born")
                .hasEntrySatisfying("age", age -> assertThat(age.styled()).isEmpty())
                .hasEntrySatisfying("tags", tags -> assertThat(tags.styled()).contains(styled(Style.FORM, true)))
                .hasEntrySatisfying("sizes", sizes -> {
                    assertThat(sizes.styled()).contains(styled(Style.FORM, false));
                    assertThat(sizes.place().pointer()).isEqualTo("/paths/~1photos~1{name}/put/parameters/3");
                });
        assertThat(encodings("searchByForm"))
                .hasEntrySatisfying(
                        "sizes", sizes -> assertThat(sizes.styled()).contains(styled(Style.PIPE_DELIMITED, false)));
        RequestBody body = operation("searchByForm").requestBody().orElseThrow();
        assertThat(body.required()).isFalse();
        assertThat(body.content())
                .extracting(MediaTypeObject::mediaType)
                .containsExactly("application/x-www-form-urlencoded", "multipart/form-data");
    }

    private static Map<String, Encoding> encodings(String id) {
        return operation(id)
                .requestBody()
                .orElseThrow()
                .content()
                .get(0)
                .encodings()
                .byName();
    }

    @Test
    void a_response_has_what_the_operation_produces_and_without_a_schema_nothing() {
        assertThat(operation("renamePets").response(200).orElseThrow().content())
                .extracting(MediaTypeObject::mediaType)
                .containsExactly("application/json", "text/plain");
        assertThat(operation("addPet").response(204).orElseThrow().content()).isEmpty();
        ResponseDeclaration photo = operation("getPhoto").response(200).orElseThrow();
        assertThat(photo.content()).singleElement().satisfies(content -> {
            assertThat(content.mediaType()).isEqualTo("image/png");
            assertThat(content.schema().orElseThrow().node())
                    .hasToString("{\"type\":\"string\",\"format\":\"binary\"}");
        });
        ResponseDeclaration problem = operation("searchPets").response(500).orElseThrow();
        assertThat(problem.place().pointer()).isEqualTo("/responses/Problem");
        assertThat(problem.content().get(0).place().pointer()).isEqualTo("/produces/0");
    }

    @Test
    void header_fields_have_types_and_collection_formats() {
        assertThat(operation("searchPets").response(200).orElseThrow().headers())
                .extracting(header -> header.name(), header -> header.serialization(), header -> header.required())
                .containsExactly(
                        tuple("X-Count", styled(Style.SIMPLE, false), false),
                        tuple("X-Tags", styled(Style.PIPE_DELIMITED, false), false));
    }

    @Test
    void security_definitions_are_schemes() {
        assertThat(CONTRACT.securitySchemes().values())
                .map(scheme -> scheme.<String>fold(
                        http -> "http " + http.scheme(),
                        key -> "apiKey " + key.in().text() + " " + key.key(),
                        bearer -> "bearer " + bearer.type(),
                        tls -> "mutualTLS"))
                .containsExactly("http basic", "apiKey query key", "apiKey header X-Key", "bearer oauth2");
        assertThat(operation("searchPets").security())
                .extracting(requirement ->
                        requirement.schemes().stream().map(SecurityScheme::name).toList())
                .containsExactly(List.of("Key"), List.of("Header", "Basic"));
        assertThat(operation("addPet").security().get(0).uses().get(0).scopes()).containsExactly("write");
    }

    @Test
    void all_warnings_are_of_forms() {
        assertThat(CONTRACT.warnings())
                .allSatisfy(warning -> assertThat(warning.message())
                        .containsAnyOf("handed over unchecked", "the engine answers by itself"));
    }

    @Test
    void documents_refer_to_others_of_their_kind_and_to_plain_schemas(@TempDir Path folder) throws IOException {
        write(folder, "main.yaml", """
                swagger: '2.0'
                info: {title: T, version: '1'}
                consumes: [application/json]
                paths:
                  /a: {$ref: 'other.yaml#/paths/~1b'}
                  /c:
                    post:
                      operationId: c
                      consumes: [multipart/form-data]
                      parameters: [{$ref: 'parts.yaml#/Age%20of'}]
                      responses: {204: {description: none}}
                """);
        write(folder, "other.yaml", """
                swagger: '2.0'
                info: {title: O, version: '1'}
                paths:
                  /b:
                    post:
                      operationId: b
                      parameters: [{$ref: 'parts.yaml#/Body'}]
                      responses: {default: {$ref: '#/responses/R'}}
                responses:
                  R: {description: r}
                """);
        write(folder, "parts.yaml", """
                Age of: {name: age of, in: formData, type: integer, required: true}
                Body: {name: b, in: body, schema: {$ref: pet.json}}
                """);
        write(folder, "pet.json", """
                {"$schema": "http://json-schema.org/draft-04/schema#", "type": "object",
                 "properties": {"name": {"$ref": "#/definitions/Name"}},
                 "definitions": {"Name": {"type": "string", "x-nullable": true}}}
                """);
        Contract contract = ContractReader.read(folder.resolve("main.yaml").toString());
        Schemas schemas = new Schemas(contract);
        MediaTypeObject body = contract.operation("b")
                .orElseThrow()
                .requestBody()
                .orElseThrow()
                .content()
                .get(0);
        SchemaNode pet = schemas.resolved(body.schema().orElseThrow());
        assertThat(pet.place()).hasToString("pet.json#");
        assertThat(property(schemas, pet, "name").node())
                .hasToString("{\"type\":\"string\",\"x-nullable\":true,\"nullable\":true}");
        MediaTypeObject form = contract.operation("c")
                .orElseThrow()
                .requestBody()
                .orElseThrow()
                .content()
                .get(0);
        SchemaNode age = property(schemas, form.schema().orElseThrow(), "age of");
        assertThat(age.place()).hasToString("parts.yaml#/Age of");
        assertThat(age.node()).hasToString("{\"type\":\"integer\"}");
    }

    @Test
    void documents_of_swagger_and_of_openapi_do_not_refer_to_one_another(@TempDir Path folder) throws IOException {
        write(folder, "2.yaml", """
                swagger: '2.0'
                info: {title: T, version: '1'}
                paths:
                  /a/{id}:
                    get:
                      operationId: a
                      parameters: [{$ref: '3.yaml#/components/parameters/Id'}]
                      produces: [application/json]
                      responses: {200: {description: a, schema: {$ref: '3.yaml#/components/schemas/A'}}}
                definitions: {A: {type: string}}
                """);
        write(folder, "3.yaml", """
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas: {A: {oneOf: [{type: string}]}, B: {$ref: '2.yaml#/definitions/A'}}
                  parameters: {Id: {name: id, in: path, required: true, schema: {type: string}}}
                """);
        assertThat(faults(folder, "2.yaml"))
                .containsExactly(
                        "2.yaml:7:20 (/paths/~1a~1{id}/get/parameters/0): $ref '3.yaml': 3.yaml is of OpenAPI 3.0.3 and the"
                                + " contract of Swagger 2.0: documents of the two do not refer to one another",
                        "2.yaml:9:41 (/paths/~1a~1{id}/get/responses/200/schema): $ref '3.yaml': 3.yaml is of OpenAPI 3.0.3"
                                + " and the contract of Swagger 2.0: documents of the two do not refer to one another");
        assertThat(faults(folder, "3.yaml"))
                .containsExactly(
                        "3.yaml:5:43 (/components/schemas/B): $ref '2.yaml': 2.yaml is of Swagger 2.0 and the contract of"
                                + " OpenAPI 3.0.3: documents of the two do not refer to one another");
    }

    private static List<String> faults(Path folder, String name) {
        return Samples.faultsOf(() -> ContractReader.read(folder.resolve(name).toString()));
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
