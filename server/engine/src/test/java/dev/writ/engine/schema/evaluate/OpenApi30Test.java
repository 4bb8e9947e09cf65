package dev.writ.engine.schema.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.Dialect;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.TestContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Schema Object of OpenAPI 3.0 means otherwise than JSON Schema 2020-12. */
class OpenApi30Test {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'string', 'nullable': true} | null |",
                "{'type': 'string', 'nullable': true} | 1 | must be a string or null, was an integer",
                "{'type': 'string', 'nullable': false} | null | must be a string, was null",
                // Only beside a type, and other keywords keep their meaning (OpenAPI 3.0.4, section 4.7.24.1).
                "{'enum': ['a'], 'nullable': true} | null | must be one of [\"a\"]",
                "{'type': 'string', 'enum': ['a'], 'nullable': true} | null | must be one of [\"a\"]",
                "{'type': 'string', 'enum': ['a', null], 'nullable': true} | null |",
                "{'nullable': true, 'allOf': [{'type': 'string'}]} | null | must be a string, was null",
                "{'minimum': 1, 'exclusiveMinimum': true} | 1 | must be greater than 1",
                "{'minimum': 1, 'exclusiveMinimum': false} | 1 |",
                "{'maximum': 1, 'exclusiveMaximum': true} | 1 | must be less than 1",
                "{'exclusiveMaximum': true} | 1 |",
                "{'$ref': '#/components/schemas/B', 'maxLength': 1, 'type': 'object'} | 'ab' |",
                "{'$ref': '#/components/schemas/B', 'maxLength': 1} | 1 | must be a string, was an integer",
                "{'const': 1} | 2 |",
                "{'patternProperties': {'a': false}, 'additionalProperties': false} | {'a': 1} | a: is not a property of the"
                        + " contract",
                "{'properties': {'$id': {'type': 'string'}}} | {'$id': 1} | $id: must be a string, was an integer",
                "{'type': 'integer'} | 1.0 |",
            })
    void a_schema_means_what_openapi_3_0_says(String schema, String value, String message) {
        assertThat(TestContracts.errors(
                                TestContracts.of(Dialect.OPENAPI_3_0, "{'A': " + schema + ", 'B': {'type': 'string'}}"),
                                Direction.REQUEST,
                                value)
                        .stream()
                        .map(error -> error.split(" ", 3)[2])
                        .findFirst()
                        .orElse(null))
                .isEqualTo(message);
    }
}
