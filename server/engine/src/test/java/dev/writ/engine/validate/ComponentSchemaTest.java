package dev.writ.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.schema.SchemaError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentSchemaTest {
    private static final Contract CONTRACT = ContractReader.parse("t.yaml", """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components:
              schemas:
                Pet:
                  type: object
                  additionalProperties: false
                  required: [id, name]
                  properties:
                    id: {type: integer, readOnly: true}
                    name: {$ref: '#/components/schemas/Name'}
                Name: {type: string, minLength: 1}
            """);

    private final ComponentSchema pet = ComponentSchema.of(CONTRACT, "Pet");

    private String read(String json) {
        return pet.read(
                json.getBytes(StandardCharsets.UTF_8),
                JsonNode::toString,
                (List<SchemaError> errors) -> errors.stream()
                        .map(error -> error.pointer() + " " + error.keyword() + " " + error.schemaLocation())
                        .sorted()
                        .toList()
                        .toString());
    }

    @Test
    void a_valid_value_is_read_with_what_is_read_only_to_clients() {
        assertThat(read("{\"id\": 1, \"name\": \"Rex\"}")).isEqualTo("{\"id\":1,\"name\":\"Rex\"}");
    }

    @Test
    void everything_that_is_wrong_is_told_with_both_places() {
        assertThat(read("{\"name\": \"\", \"x\": 1}"))
                .isEqualTo("[ required t.yaml#/components/schemas/Pet/required,"
                        + " /name minLength t.yaml#/components/schemas/Name/minLength,"
                        + " /x additionalProperties t.yaml#/components/schemas/Pet/additionalProperties]");
    }

    @Test
    void what_is_no_json_is_told_too() {
        assertThat(read("{\"id\": 1")).startsWith("[ json");
        assertThat(read("{\"id\": 1, \"id\": 2, \"name\": \"a\"}")).startsWith("[/id duplicate");
    }

    @Test
    void a_schema_that_the_contract_lacks_cannot_be_had() {
        assertThatThrownBy(() -> ComponentSchema.of(CONTRACT, "Cat"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("t.yaml has no /components/schemas/Cat");
    }
}
