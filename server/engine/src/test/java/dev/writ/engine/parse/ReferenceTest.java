package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD;
import static dev.writ.engine.parse.Samples.GOOD_3_0;
import static dev.writ.engine.parse.Samples.faults;
import static dev.writ.engine.parse.Samples.warnings;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code $ref} leads, and what is there. */
class ReferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'#/components/schemas/Id' | '#/components/schemas/Ip' | $ref '#/components/schemas/Ip' leads nowhere",
                "'#/components/schemas/Id' | '#/%zz' | $ref '#/%zz' leads nowhere",
                "'#/components/schemas/Id' | 5 | '$ref' must be a string",
                "'#/components/schemas/Id' | '#' | $ref '#' leads to a Document, not to a Schema",
                "'#/components/schemas/Id' | '#/components/securitySchemes/Basic' | $ref"
                        + " '#/components/securitySchemes/Basic' leads to a SecurityScheme, not to a Schema",
                "'#/components/schemas/Id' | '#/paths' | $ref '#/paths' leads to a Paths, not to a Schema",
                "'#/components/schemas/Id' | 'other.yaml' | $ref 'other.yaml': there is no document at"
                        + " contract:/other.yaml",
                "'#/components/schemas/Id' | 'file:///etc/hostname' | $ref 'file:///etc/hostname': files are read for"
                        + " contracts that are files themselves",
                "'#/components/schemas/Id' | 'https://example.org/a.yaml' | $ref 'https://example.org/a.yaml':"
                        + " https://example.org/a.yaml cannot be read: documents of this host are not retrieved unless it is"
                        + " allowed: allowHost(\"example.org\") of the loader does that",
            })
    void a_reference_that_does_not_lead_to_what_is_meant_is_a_fault(String good, String bad, String fault) {
        assertThat(faults(with(GOOD, good, bad)))
                .contains("bad.yaml:6:46 (/paths/~1a~1{id}/parameters/0/schema): " + fault);
    }

    @Test
    void references_of_other_objects_are_judged_as_well() {
        assertThat(faults(with(GOOD, "{description: ok}", "{$ref: '#/components/schemas/Id'}")))
                .contains(
                        "bad.yaml:11:9 (/paths/~1a~1{id}/get/responses/default): $ref '#/components/schemas/Id' leads to a"
                                + " Schema, not to a Response");
        assertThat(faults(with(GOOD, "{type: http, scheme: basic}", "{$ref: '#/components/securitySchemes/Basic'}")))
                .contains("bad.yaml:14:5 (/components/securitySchemes/Basic): the $ref leads round in a circle");
        assertThat(faults(with(GOOD, "Id: {type: integer}", "Id: {$ref: '#/components/schemas/Id'}")))
                .contains("bad.yaml:16:5 (/components/schemas/Id): the $ref leads round in a circle");
    }

    @Test
    void what_stands_beside_a_reference_is_ignored_with_a_warning() {
        String reference = "{$ref: '#/components/responses/R', description: x, content: {}}";
        String responses = "components:\n  responses: {R: {description: r}}";
        assertThat(warnings(with(GOOD, "{description: ok}", reference).replace("components:", responses)))
                .singleElement()
                .asString()
                .endsWith("/content): 'content' beside a $ref is ignored");
        assertThat(warnings(with(GOOD_3_0, "{description: ok}", reference).replace("components:", responses)))
                .hasSize(2);
    }

    @Test
    void beside_the_reference_of_a_schema_words_count_from_3_1_on() {
        String sibling = "schema: {$ref: '#/components/schemas/Id', maximum: 3, description: x}";
        assertThat(warnings(with(GOOD, "schema: {$ref: '#/components/schemas/Id'}", sibling)))
                .isEmpty();
        assertThat(warnings(with(GOOD_3_0, "schema: {$ref: '#/components/schemas/Id'}", sibling)))
                .containsExactly(
                        "bad.yaml:6:88 (/paths/~1a~1{id}/parameters/0/schema/maximum): 'maximum' beside a $ref is"
                                + " ignored in OpenAPI 3.0");
    }

    @Test
    void a_reference_may_lead_outside_of_what_openapi_knows() {
        String elsewhere = with(GOOD, "'#/components/schemas/Id'", "'#/x-schemas/a%20b~1c/0'")
                + "x-schemas: {a b/c: [{type: string}]}\n";
        assertThat(Samples.contract(elsewhere).schemas()).hasSize(3);
        assertThat(faults(elsewhere.replace("{type: string}", "{maxlength: 3}")))
                .containsExactly(
                        "bad.yaml:17:22 (/x-schemas/a b~1c/0/maxlength): 'maxlength' is not a field of a Schema;"
                                + " 'maxLength' is meant?");
    }

    @Test
    void documents_refer_to_documents_from_where_they_are(@TempDir Path directory) throws IOException {
        write(directory, "api/openapi.yaml", """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /pets/{id}: {$ref: 'paths/pets_{id}.yaml'}
                components:
                  securitySchemes: {Key: {$ref: '../shared/common.json#/schemes/key'}}
                """);
        write(directory, "api/paths/pets_{id}.yaml", """
                parameters:
                  - $ref: ../../shared/common.json#/parameters/pet~1id
                get:
                  operationId: getPet
                  security: [{Key: []}]
                  responses:
                    '200': {$ref: '../../shared/responses.yaml#/Pet'}
                    default: {$ref: '../../shared/responses.yaml#/Problem'}
                """);
        write(directory, "shared/common.json", """
                {"parameters": {"pet/id": {"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}},
                 "schemes": {"key": {"type": "apiKey", "in": "query", "name": "k"}}}
                """);
        write(directory, "shared/responses.yaml", """
                Pet:
                  description: A pet
                  headers: {X-Rate: {$ref: '#/Rate'}}
                  content: {application/json: {schema: {$ref: my pet.yaml}, examples: {a: {$ref: '#/Example'}}}}
                Rate: {schema: {type: integer}}
                Example: {value: {name: Tom}}
                Problem: {description: No pet}
                """);
        write(directory, "shared/my pet.yaml", """
                type: object
                properties: {name: {type: string}, friends: {type: array, items: {$ref: 'my pet.yaml'}}}
                """);
        Contract contract =
                ContractReader.read(directory.resolve("api/openapi.yaml").toString());
        Operation operation = contract.operation("getPet").orElseThrow();
        assertThat(operation.parameters()).singleElement().satisfies(parameter -> {
            assertThat(parameter.name()).isEqualTo("id");
            assertThat(parameter.place().location().line()).isEqualTo(1);
            assertThat(parameter.place().document().name()).endsWith("/shared/common.json");
        });
        assertThat(operation.security().get(0).schemes()).hasSize(1);
        assertThat(operation.response(200).orElseThrow().headers()).hasSize(1);
        assertThat(operation.place().document().name()).isEqualTo("paths/pets_%7Bid%7D.yaml");
        assertThat(contract.warnings()).isEmpty();
        assertThat(contract.schemas().stream()
                        .map(schema -> schema.place().document().name()))
                .anyMatch(name -> name.endsWith("my%20pet.yaml"));
        assertThat(contract.documents()
                        .find(directory.resolve("shared/my pet.yaml").toUri()))
                .isPresent();
    }

    @Test
    void faults_of_other_documents_are_told_with_their_own_places(@TempDir Path directory) throws IOException {
        write(
                directory,
                "openapi.yaml",
                GOOD.replace("'#/components/schemas/Id'", "a.yaml#/A")
                        .replace("default: {description: ok}", "default: {$ref: b.yaml}"));
        write(directory, "a.yaml", "A: {maxlength: 3}\n");
        write(directory, "b.yaml", "a: [\n");
        assertThatThrownBy(() ->
                        ContractReader.read(directory.resolve("openapi.yaml").toString()))
                .isInstanceOfSatisfying(
                        ContractException.class,
                        exception -> assertThat(exception.faults())
                                .extracting(Fault::toString)
                                .containsExactly(
                                        "a.yaml:1:5 (/A/maxlength): 'maxlength' is not a field of a Schema; 'maxLength' is meant?",
                                        "b.yaml:2:1: not YAML: expected the node content, but found '<stream end>'"));
    }

    @Test
    void resources_of_the_class_path_refer_to_resources() {
        Contract contract = ContractReader.read("multi/openapi.yaml");
        assertThat(contract.operations()).hasSize(1);
        assertThat(contract.schemas()).hasSize(2);
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 5_000})
    void references_that_lead_on_and_on_are_a_fault(int links) {
        String schemas = IntStream.range(0, links)
                .mapToObj(i -> "    S" + i + ": {$ref: '#/components/schemas/S" + (i + 1) + "'}\n")
                .collect(Collectors.joining());
        String document = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
                + schemas + "    S" + links + ": {type: string}\n";
        ContractException refused =
                catchThrowableOfType(ContractException.class, () -> ContractReader.parse("long.yaml", document));
        assertThat(refused.faults().get(0).toString())
                .startsWith("long.yaml:")
                .containsAnyOf("the $ref leads on by more than 100 others", "too deeply to be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://x y/", "\0", "no/such.yaml"})
    void what_names_no_document_is_a_fault(String name) {
        assertThat(catchThrowableOfType(ContractException.class, () -> ContractReader.read(name)))
                .isNotNull();
    }
}
