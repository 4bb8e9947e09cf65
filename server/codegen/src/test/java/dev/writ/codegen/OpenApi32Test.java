package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of OpenAPI 3.2, as far as code is made from them. */
class OpenApi32Test {
    private static final String DOCUMENT = """
            openapi: 3.2.0
            $self: https://example.com/api/pets.yaml
            info: {title: Pets, version: '1'}
            jsonSchemaDialect: https://spec.openapis.org/oas/3.2/dialect/2025-09-17
            servers: [{url: /v1, name: one}]
            tags: [{name: pets, summary: Pets, description: All about pets, kind: nav}, {name: old, parent: pets}]
            security: [{'#/components/securitySchemes/Device': []}]
            paths:
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, allowReserved: true, schema: {type: integer, format: int64}}]
                get:
                  operationId: getPet
                  tags: [pets]
                  parameters: [{name: session, in: cookie, style: cookie, required: true, schema: {type: string}}]
                  responses:
                    '200': {summary: The pet, content: {application/json: {$ref: '#/components/mediaTypes/Pet'}}}
                query:
                  operationId: searchPets
                  tags: [pets]
                  requestBody: {required: true, content: {application/json: {$ref: '#/components/mediaTypes/Alias'}}}
                  responses:
                    '200': {content: {application/json: {schema: {$ref: 'https://example.com/api/pets.yaml#/components/schemas/Pet'}}}}
                additionalOperations:
                  COPY:
                    operationId: copyPet
                    tags: [pets]
                    parameters:
                      - name: id
                        in: querystring
                        required: true
                        content:
                          application/x-www-form-urlencoded:
                            schema: {$ref: '#/components/schemas/Target'}
                            examples: {x: {dataValue: {to: 1}, serializedValue: to=1}}
                    responses: {'204': {}}
                  copy-2:
                    operationId: copyAgain
                    tags: [pets]
                    responses:
                      '200':
                        content:
                          application/jsonl: {itemSchema: {$ref: '#/components/schemas/Pet'}}
                  post:
                    operationId: lower
                    tags: [pets]
                    requestBody: {content: {application/json: {schema: {$ref: 'https://example.com/api/beside.yaml#/Beside'}}}}
                    responses: {'204': {}}
                  CONNECT: {operationId: never, tags: [pets], responses: {'204': {}}}
              /old: {$ref: '#/components/pathItems/Old'}
            components:
              pathItems:
                Old: {query: {operationId: old, tags: [old], responses: {'204': {}}}}
              mediaTypes:
                Pet: {schema: {$ref: '#/components/schemas/Pet'}, examples: {x: {dataValue: {kind: cat}}}}
                Alias: {$ref: '#/components/mediaTypes/Pet'}
              schemas:
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Other'}]
                  discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}, defaultMapping: Other}
                Cat: {type: object, required: [kind], properties: {kind: {type: string, xml: {nodeType: attribute}}}}
                Target: {type: object, required: [to], properties: {to: {type: integer, format: int64}}}
                Other: {type: object, required: [kind], properties: {kind: {type: string}}}
              securitySchemes:
                Device:
                  type: oauth2
                  flows: {deviceAuthorization: {deviceAuthorizationUrl: /d, tokenUrl: /t, scopes: {}}}
            """;

    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() throws IOException {
        Files.writeString(
                folder.resolve("beside.yaml"), "Beside: {type: array, items: {type: integer, format: int64}}\n");
        generated = Generated.compiled(folder, DOCUMENT);
    }

    @Test
    void every_operation_has_a_method_with_its_http_method() {
        assertThat(http("PetsApi", "getPet")).isEqualTo("GET");
        assertThat(http("PetsApi", "searchPets")).isEqualTo("QUERY");
        assertThat(http("PetsApi", "copyPet")).isEqualTo("COPY");
        assertThat(http("PetsApi", "copyAgain")).isEqualTo("copy-2");
        assertThat(http("PetsApi", "lower")).isEqualTo("post");
        assertThat(http("OldApi", "old")).isEqualTo("QUERY");
        assertThat(generated.load("api.PetsApi").getMethods()).hasSize(5);
    }

    @Test
    void paths_are_those_of_the_contract() {
        assertThat(generated.source("api.PetsApi"))
                .contains("    @COPY\n    @Path(\"/pets/{id}\")\n    @OperationId(\"copyPet\")\n")
                .contains("    @COPY_2\n    @Path(\"/pets/{id}\")\n", "    @POST2\n    @Path(\"/pets/{id}\")\n")
                .contains("    @HttpMethod(\"QUERY\")\n")
                .doesNotContain("CONNECT");
    }

    @Test
    void parameters_and_bodies_have_the_types_of_their_schemas() {
        assertThat(generated.source("api.PetsApi"))
                .contains(
                        "GetPetResponse getPet(@Bound(\"id\") long id, @Bound(\"session\") String session);",
                        "SearchPetsResponse searchPets(@Bound(\"id\") long id, Pet body);",
                        "            @Bound(value = \"id\", in = \"path\") long id,\n"
                                + "            @Bound(value = \"id\", in = \"querystring\") dev.writ.spec.model.Target id2",
                        "@Nullable List<Long> body");
    }

    @Test
    void responses_without_descriptions_are_responses() {
        assertThat(generated.files())
                .contains("GetPetResponse.java", "SearchPetsResponse.java", "CopyPetResponse.java", "OldResponse.java");
        assertThat(generated.source("api.SearchPetsResponse")).contains("Pet");
    }

    @Test
    void what_no_mapping_names_is_what_is_so_by_default() throws IOException {
        assertThat(generated.read("Pet", "{\"kind\": \"cat\"}")).hasToString("Cat[kind=cat]");
        assertThat(generated.read("Pet", "{\"kind\": \"dog\"}")).hasToString("Other[kind=dog]");
    }

    @Test
    void a_document_of_another_version_is_none_of_ours() {
        assertThat(new OpenApi32Parser().readContents(DOCUMENT.replace("3.2.0", "3.1.0"), null, null))
                .isNull();
        assertThat(new OpenApi32Parser().readContents("- 3.2.0", null, null)).isNull();
        assertThat(new OpenApi32Parser()
                        .readLocation(folder.resolve("none.yaml").toString(), null, null))
                .isNull();
    }

    private static String http(String api, String name) {
        Method method = Arrays.stream(generated.load("api." + api).getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst()
                .orElseThrow();
    }
}
