package dev.writ.engine.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String YAML = """
            openapi: 3.1.0
            # A comment.
            info: {title: T, version: '1'}
            paths: {}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_document_in_yaml_is_served_as_written_and_as_json() throws Exception {
        ContractText text = ContractText.of(ContractReader.parse("t.yaml", YAML));
        assertThat(text.yaml()).isEqualTo(YAML);
        assertThat(JSON.readTree(text.json()).at("/info/version").asText()).isEqualTo("1");
    }

    @Test
    void a_document_in_json_is_served_as_written_and_as_yaml_that_means_the_same() throws Exception {
        String json = """
                {"openapi": "3.1.0", "info": {"title": "A: b # c", "version": "1.0"}, "paths": {},
                 "x-words": ["no", "NO", "on", "~", "null", "1_000", "0x1F", "12:30", "012", "2020-01-01", "1e3", "", " ",
                   "- a", "a\\nb\\n", "\\u0007", "é", "&a", "*a", "!a", "'", "\\""],
                 "x-numbers": [1, -0.5, 1e400, 12345678901234567890, 0.10], "x-none": null, "x-true": true,
                 "x-empty": [{}, []]}
                """;
        ContractText text = ContractText.of(ContractReader.parse("t.json", json));
        assertThat(text.json()).isEqualTo(json);
        assertThat(text.yaml())
                .startsWith("openapi: \"3.1.0\"\n")
                .contains("- \"no\"", "- \"12:30\"", "- \"2020-01-01\"");
        JsonNode again = ContractReader.parse("t.yaml", text.yaml()).document().root();
        assertThat(again.toString())
                .isEqualTo(
                        ContractReader.parse("t.json", json).document().root().toString());
    }

    @Test
    void a_contract_of_several_documents_is_served_as_one() throws Exception {
        write("main.yaml", """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /pets:
                    $ref: parts/paths.yaml#/pets
                components:
                  schemas:
                    Name: {type: string, default: {$ref: parts/paths.yaml}}
                """);
        write("parts/paths.yaml", """
                pets:
                  get:
                    operationId: pets
                    responses:
                      '200':
                        description: ok
                        content:
                          application/json:
                            schema: {$ref: ../pet.yaml}
                """);
        write("pet.yaml", """
                type: object
                properties:
                  name: {$ref: 'main.yaml#/components/schemas/Name'}
                  parent: {$ref: '#'}
                  default: {$ref: '#/properties/name'}
                """);
        Contract contract = ContractReader.read(folder.resolve("main.yaml").toString());
        ContractText text = ContractText.of(contract);
        JsonNode json = JSON.readTree(text.json());
        assertThat(json.at("/paths/~1pets/$ref").asText()).isEqualTo("#/x-documents/parts.paths.yaml/pets");
        assertThat(json.at("/x-documents/parts.paths.yaml/pets/get/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/x-documents/pet.yaml");
        assertThat(json.at("/x-documents/pet.yaml/properties/name/$ref").asText())
                .isEqualTo("#/components/schemas/Name");
        assertThat(json.at("/x-documents/pet.yaml/properties/parent/$ref").asText())
                .isEqualTo("#/x-documents/pet.yaml");
        assertThat(json.at("/x-documents/pet.yaml/properties/default/$ref").asText())
                .isEqualTo("#/x-documents/pet.yaml/properties/name");
        assertThat(json.at("/components/schemas/Name/default/$ref").asText()).isEqualTo("parts/paths.yaml");

        Contract served = ContractReader.parse("served.yaml", text.yaml());
        assertThat(served.operations()).hasSize(1);
        assertThat(served.document().root())
                .isEqualTo(ContractReader.parse("served.json", text.json())
                        .document()
                        .root());
    }

    @Test
    void what_leads_to_other_documents_in_3_2_leads_into_the_bundle() throws Exception {
        write("main.yaml", """
                openapi: 3.2.0
                $self: https://example.com/api/main.yaml
                info: {title: T, version: '1'}
                security: [{'parts.yaml#/components/securitySchemes/Key': []}]
                paths:
                  /pets:
                    query:
                      operationId: pets
                      requestBody: {content: {application/json: {$ref: 'parts.yaml#/components/mediaTypes/Pets'}}}
                      responses: {default: {description: ok}}
                    additionalOperations:
                      COPY:
                        operationId: copy
                        security: [{Own: []}]
                        responses: {default: {description: ok}}
                components:
                  securitySchemes: {Own: {type: http, scheme: basic}}
                  schemas:
                    Cat: {type: object, required: [kind], properties: {kind: {const: cat}, security: {type: string}}}
                    Pet:
                      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: 'parts.yaml#/components/schemas/Other'}]
                      discriminator: {propertyName: kind, defaultMapping: 'parts.yaml#/components/schemas/Other'}
                """);
        write("parts.yaml", """
                openapi: 3.2.0
                info: {title: P, version: '1'}
                components:
                  mediaTypes: {Pets: {schema: {type: array, items: {$ref: 'main.yaml#/components/schemas/Pet'}}}}
                  schemas: {Other: {type: object}}
                  securitySchemes: {Key: {type: apiKey, in: header, name: X-Key}}
                """);
        Contract contract = ContractReader.read(folder.resolve("main.yaml").toString());
        ContractText text = ContractText.of(contract);
        JsonNode json = JSON.readTree(text.json());
        String parts = "#/x-documents/parts.yaml/components/";
        assertThat(json.at("/security/0").has(parts + "securitySchemes/Key")).isTrue();
        assertThat(json.at("/paths/~1pets/additionalOperations/COPY/security/0").has("Own"))
                .isTrue();
        assertThat(json.at("/paths/~1pets/query/requestBody/content/application~1json/$ref")
                        .asText())
                .isEqualTo(parts + "mediaTypes/Pets");
        assertThat(json.at("/components/schemas/Pet/discriminator/defaultMapping")
                        .asText())
                .isEqualTo(parts + "schemas/Other");
        Contract served = ContractReader.parse("served.json", text.json());
        assertThat(served.operations()).hasSize(2);
        assertThat(served.securitySchemes()).containsOnlyKeys("Own", "Key");
    }

    @Test
    void a_contract_of_swagger_2_0_is_served_as_such() throws Exception {
        write("main.yaml", """
                swagger: '2.0'
                info: {title: T, version: '1'}
                produces: [application/json]
                paths:
                  /pets:
                    get:
                      operationId: pets
                      parameters: [{$ref: 'parts.yaml#/parameters/Limit'}]
                      responses: {200: {description: ok, schema: {$ref: pet.json}}}
                """);
        write("parts.yaml", "parameters: {Limit: {name: limit, in: query, type: integer, x-nullable: true}}\n");
        write("pet.json", "{\"type\": \"object\", \"discriminator\": \"kind\"}");
        ContractText text =
                ContractText.of(ContractReader.read(folder.resolve("main.yaml").toString()));
        JsonNode json = JSON.readTree(text.json());
        assertThat(json.at("/paths/~1pets/get/parameters/0/$ref").asText())
                .isEqualTo("#/x-documents/parts.yaml/parameters/Limit");
        assertThat(json.at("/x-documents/pet.json/discriminator").asText()).isEqualTo("kind");
        assertThat(ContractReader.parse("served.yaml", text.yaml()).operations())
                .singleElement()
                .satisfies(operation -> assertThat(operation.parameters()).hasSize(1));
    }

    @Test
    void links_lead_into_the_bundle_and_to_nothing_that_is_not_in_it() throws Exception {
        write("main.yaml", """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get:
                      operationId: a
                      responses:
                        default:
                          description: ok
                          links:
                            there: {operationRef: 'parts.yaml#/b/get'}
                            elsewhere: {operationRef: 'other.yaml#/c/get'}
                            operationRef: {operationRef: '#/paths/~1a/get'}
                  /b: {$ref: 'parts.yaml#/b'}
                """);
        write("parts.yaml", """
                b:
                  get:
                    operationId: b
                    responses:
                      default:
                        description: ok
                        links: {back: {operationRef: 'main.yaml#/paths/~1a/get'}, self: {operationRef: '#/b/get'}}
                """);
        write("other.yaml", "c: {get: {responses: {default: {description: ok}}}}\n");
        JsonNode json = JSON.readTree(
                ContractText.of(ContractReader.read(folder.resolve("main.yaml").toString()))
                        .json());
        JsonNode links = json.at("/paths/~1a/get/responses/default/links");
        assertThat(links.at("/there/operationRef").asText()).isEqualTo("#/x-documents/parts.yaml/b/get");
        assertThat(links.at("/elsewhere/operationRef").asText()).isEqualTo("other.yaml#/c/get");
        assertThat(links.at("/operationRef/operationRef").asText()).isEqualTo("#/paths/~1a/get");
        JsonNode back = json.at("/x-documents/parts.yaml/b/get/responses/default/links");
        assertThat(back.at("/back/operationRef").asText()).isEqualTo("#/paths/~1a/get");
        assertThat(back.at("/self/operationRef").asText()).isEqualTo("#/x-documents/parts.yaml/b/get");
        assertThat(json.path("x-documents").size()).isEqualTo(1);
    }

    @Test
    void a_prefix_stands_before_the_servers_of_every_operation() throws Exception {
        write("main.yaml", """
                openapi: 3.2.0
                info: {title: T, version: '1'}
                servers: [{url: /v1}]
                paths:
                  /a:
                    additionalOperations:
                      COPY: {servers: [{url: /v2}, {url: 'https://example.org/v2'}], responses: {default: {}}}
                  /b: {$ref: 'parts.yaml#/b'}
                  /c: {$ref: '#/components/pathItems/c'}
                  /d: {$ref: '#/components/pathItems/c'}
                components: {pathItems: {c: {servers: [{url: /v4}], query: {responses: {default: {}}}}}}
                """);
        write("parts.yaml", "b: {servers: [{url: /v3}], get: {servers: [{url: /v5}], responses: {default: {}}}}\n");
        JsonNode json = JSON.readTree(
                ContractText.of(ContractReader.read(folder.resolve("main.yaml").toString()), "/shop")
                        .json());
        assertThat(json.findValues("servers").stream().map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "[{\"url\":\"/shop/v1\"}]",
                        "[{\"url\":\"/shop/v2\"},{\"url\":\"https://example.org/v2\"}]",
                        "[{\"url\":\"/shop/v3\"}]",
                        "[{\"url\":\"/shop/v4\"}]",
                        "[{\"url\":\"/shop/v5\"}]");
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
