package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.SpecValidationException;

/** Contracts of OpenAPI 3.2 in several files. */
class OpenApi32FilesTest {
    private static final String DOCUMENT = """
            openapi: 3.2.0
            $self: https://example.com/api/pets.yaml
            info: {title: Pets, version: '1'}
            paths:
              /pets: {$ref: paths/pets.yaml}
              /pets/{id}: {$ref: 'https://example.com/api/paths/all.yaml#/paths/~1pets~1%7Bid%7D'}
              /values:
                get:
                  operationId: values
                  responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Values'}}}}}
            components:
              schemas:
                Pet: {type: object, required: [id], properties: {id: {type: integer, format: int64}}}
                Values:
                  type: object
                  properties:
                    byDefault: {type: object, default: {$ref: nowhere.yaml}}
                    $ref: {type: string}
                    example: {type: string, examples: [{$ref: nowhere.yaml}], enum: [a, b]}
                    fixed: {const: {$ref: nowhere.yaml}}
            """;
    private static final String PATHS = """
            summary: All pets
            parameters: [{$ref: 'all.yaml#/components/parameters/Trace'}]
            get:
              operationId: listPets
              responses: {'200': {$ref: 'all.yaml#/components/responses/Pets'}}
            query:
              operationId: searchPets
              requestBody: {$ref: 'all.yaml#/components/requestBodies/Search'}
              responses: {'200': {$ref: 'all.yaml#/components/responses/Pets'}}
            additionalOperations:
              PURGE:
                operationId: purgePets
                parameters: [{$ref: 'all.yaml#/components/parameters/Filter'}]
                responses: {'204': {}}
            """;
    private static final String ALL = """
            openapi: 3.2.0
            $self: https://example.com/elsewhere/all.yaml
            info: {title: All, version: '1'}
            paths:
              /pets/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {$ref: '../schemas/id.json'}}
                query: {operationId: ask, responses: {'204': {}}}
            components:
              parameters:
                Trace: {$ref: '#/components/parameters/Id'}
                Id: {name: X-Trace, in: header, schema: {type: string, format: uuid}}
                Filter:
                  in: querystring
                  name: filter
                  required: true
                  content: {application/x-www-form-urlencoded: {schema: {$ref: '#filter'}}}
              requestBodies:
                Search: {required: true, content: {application/json: {$ref: '#/components/mediaTypes/Search'}}}
              mediaTypes:
                Search: {schema: {$ref: '#/components/schemas/Pet'}}
              responses:
                Pets:
                  headers: {Next: {$ref: '#/components/headers/Next'}}
                  content: {application/jsonl: {itemSchema: {$ref: 'https://example.com/api/pets.yaml#/components/schemas/Pet'}}}
              headers:
                Next: {required: true, schema: {type: string, format: uri}}
              schemas:
                Pet: {type: object, required: [name], properties: {name: {type: string}, kin: {$ref: '#/components/schemas/Pet'}}}
                Filter: {$anchor: filter, type: object, required: [q], properties: {q: {$ref: 'https://example.com/schemas/names'}}}
                Name: {$id: 'https://example.com/schemas/names', $ref: '#/$defs/Long', $defs: {Long: {type: integer, format: int64}}}
            """;

    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() throws IOException {
        Files.createDirectories(folder.resolve("paths"));
        Files.writeString(folder.resolve("paths/pets.yaml"), PATHS);
        Files.writeString(folder.resolve("paths/all.yaml"), ALL);
        Files.createDirectories(folder.resolve("schemas"));
        Files.writeString(folder.resolve("schemas/id.json"), "{\"type\": \"string\", \"format\": \"uuid\"}");
        generated = Generated.compiled(folder, DOCUMENT);
    }

    @Test
    void a_path_of_another_file_keeps_its_methods() {
        assertThat(generated.source("api.DefaultApi"))
                .contains("@GET\n    @Path(\"/pets\")\n    @OperationId(\"listPets\")")
                .contains("@QUERY\n    @Path(\"/pets\")\n    @OperationId(\"searchPets\")")
                .contains("@PURGE\n    @Path(\"/pets\")\n    @OperationId(\"purgePets\")")
                .contains("@QUERY\n    @Path(\"/pets/{id}\")\n    @OperationId(\"ask\")");
    }

    @Test
    void what_is_in_other_files_has_the_types_of_their_schemas() {
        assertThat(generated.source("api.DefaultApi"))
                .contains("listPets(@Bound(\"X-Trace\") @Nullable UUID xTrace)")
                .contains("searchPets(@Bound(\"X-Trace\") @Nullable UUID xTrace, Pet2 body)")
                .contains("@Bound(\"filter\") Filter filter")
                .contains("ask(@Bound(\"id\") UUID id)");
        assertThat(generated.source("api.ListPetsResponse")).contains("Stream<Pet> body", "next(URI");
    }

    @Test
    void schemas_of_one_name_stay_apart() {
        assertThat(generated.source("model.Pet")).contains("record Pet(long id)");
        assertThat(generated.source("model.Pet2")).contains("record Pet2(String name, @Nullable Pet2 kin)");
    }

    @Test
    void a_schema_with_an_identifier_is_what_its_own_references_are_relative_to() {
        assertThat(generated.source("model.Filter")).contains("record Filter(long q)");
    }

    @Test
    void a_value_that_looks_like_a_reference_is_a_value() {
        assertThat(generated.source("model.Values")).contains("@JsonProperty(\"$ref\") @Nullable String", "example");
    }

    @Test
    void a_reference_that_leads_nowhere_is_told_with_its_place(@TempDir Path elsewhere) {
        String broken = DOCUMENT.replace("paths/pets.yaml", "none.yaml").replaceFirst("(?m)^  /pets/.*$", "");
        assertThatThrownBy(() -> Generated.from(elsewhere, broken))
                .isInstanceOf(SpecValidationException.class)
                .hasMessageContaining("openapi.yaml#/paths/~1pets: there is nothing at 'none.yaml'");
    }

    @Test
    void a_document_is_read_once_however_it_is_called(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(elsewhere.resolve("sub"));
        Files.writeString(
                elsewhere.resolve("b.yaml"), "B: {type: array, items: {$ref: 'a.yaml#/components/schemas/A'}}");
        Files.writeString(elsewhere.resolve("a.yaml"), """
                openapi: 3.2.0
                info: {title: A, version: '1'}
                components: {schemas: {A: {type: object, properties: {b: {$ref: b.yaml#/B}}}}}
                """);
        SwaggerParseResult read =
                new OpenApi32Parser().readLocation(elsewhere + "/sub/../a.yaml", null, new ParseOptions());
        assertThat(Objects.requireNonNull(read).getOpenAPI().getComponents().getSchemas())
                .containsOnlyKeys("A", "B");
    }
}
