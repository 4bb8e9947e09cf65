package dev.writ.engine.schema.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.TestContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscriminatorTest {
    private static final String ANIMALS = """
            'Cat': {'type': 'object', 'required': ['kind', 'lives'],
                    'properties': {'kind': {'type': 'string'}, 'lives': {'type': 'integer'}}},
            'Dog': {'type': 'object', 'required': ['kind', 'tricks'],
                    'properties': {'kind': {'type': 'string'}, 'tricks': {'type': 'array'}}}
            """;

    private static Contract oneOf(String discriminator) {
        return TestContracts.of(
                Dialect.OPENAPI_3_1,
                "{'A': {'oneOf': [{'$ref': '#/components/schemas/Cat'}, {'$ref': '#/components/schemas/Dog'}]"
                        + discriminator + "}," + ANIMALS + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind': 'Cat', 'lives': 9} |",
                "{'kind': 'Cat', 'tricks': 1} | [ required lives: is required]",
                "{'kind': 'Dog', 'lives': 9.5} | [ required tricks: is required]",
                "{'kind': 'Puss', 'lives': 'x'} | [/lives type lives: must be an integer, was a string]",
                "{'kind': 'Hound', 'tricks': 1} | [/tricks type tricks: must be an array, was an integer]",
                "{'kind': 'Cow'} | [/kind discriminator kind: must be one of [\"Cat\",\"Dog\",\"Hound\",\"Puss\"]]",
                "{'kind': 1} | [/kind discriminator kind: must be one of [\"Cat\",\"Dog\",\"Hound\",\"Puss\"]]",
                "{'lives': 'x'} | [ discriminator kind: is required]",
                "1 | [ oneOf must match one of 2 alternatives]",
            })
    void the_errors_are_those_of_the_alternative_that_the_value_names(String value, String errors) {
        Contract contract = oneOf(", 'discriminator': {'propertyName': 'kind',"
                + " 'mapping': {'Hound': 'Dog', 'Puss': '#/components/schemas/Cat'}}");
        assertThat(TestContracts.errors(contract, Direction.REQUEST, value).toString())
                .isEqualTo(errors == null ? "[]" : errors);
    }

    @Test
    void validity_is_that_of_one_of_whatever_the_discriminator_says() {
        Contract contract = oneOf(", 'discriminator': {'propertyName': 'kind'}");
        assertThat(TestContracts.errors(contract, Direction.REQUEST, "{'kind': 'Dog', 'lives': 9}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'oneOf': [{'type': 'string', 'maxLength': 1}, {'type': 'null'}]} | 'ab' | [ oneOf must match one of 2"
                        + " alternatives,  maxLength must be at most 1 character, was 2]",
                "{'anyOf': [{'type': 'string'}, {'type': 'null'}]} | 1 | [ anyOf must match at least one of 2"
                        + " alternatives]",
                "{'oneOf': [{'properties': {'t': {'const': 'a'}, 'x': {'type': 'string'}}, 'required': ['x']},"
                        + " {'properties': {'t': {'enum': ['b']}}, 'required': ['y']}]} | {'t': 'a', 'x': 1} | [ oneOf must"
                        + " match one of 2 alternatives, /x type x: must be a string, was an integer]",
                "{'oneOf': [{'type': 'integer'}, {'minimum': 2}]} | 3 | [ oneOf must match one alternative only, matched"
                        + " 2]",
                "{'not': {'required': ['a', 'b']}} | {'a': 1, 'b': 2} | [ not must not have a, b]",
                "{'not': {'type': 'string'}} | 'a' | [ not must not be a string]",
                "{'not': {'minimum': 3}} | 4 | [ not must not be what 'not' excludes]",
            })
    void without_one_the_alternative_is_told_that_was_most_likely_meant(String schema, String value, String errors) {
        Contract contract = TestContracts.of(Dialect.OPENAPI_3_1, "{'A': " + schema + "}");
        assertThat(TestContracts.errors(contract, Direction.REQUEST, value).toString())
                .isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'lives': 'x'} | [ required tricks: is required]",
                "{'kind': 'Cow'} | [ required tricks: is required]",
                "{'kind': 7, 'tricks': 1} | [/kind type kind: must be a string, was an integer, /tricks type tricks: must be"
                        + " an array, was an integer]",
                "{'kind': 'Cat', 'lives': 'x'} | [/lives type lives: must be an integer, was a string]",
                "{'lives': 9} |",
            })
    void where_the_value_names_none_the_default_is_meant(String value, String errors) {
        for (String target : new String[] {"Dog", "#/components/schemas/Dog"}) {
            Contract contract = TestContracts.of(
                    Dialect.OPENAPI_3_1,
                    "{'A': {'oneOf': [{'$ref': '#/components/schemas/Cat'}, {'$ref': '#/components/schemas/Dog'}],"
                            + " 'discriminator': {'propertyName': 'kind', 'defaultMapping': '" + target + "'}},"
                            + ANIMALS.replace("'required': ['kind', ", "'required': [") + "}");
            assertThat(TestContracts.errors(contract, Direction.REQUEST, value).toString())
                    .isEqualTo(errors == null ? "[]" : errors);
        }
    }
}
