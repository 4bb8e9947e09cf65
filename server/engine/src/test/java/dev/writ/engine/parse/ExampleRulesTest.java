package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD;
import static dev.writ.engine.parse.Samples.warnings;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples beside schemas. */
class ExampleRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json: {schema: {type: integer}, example: a} | application~1json/example",
                "application/a+json: {schema: {type: integer}, examples: {x: {value: a}}} | a+json/examples/x/value",
                "application/json: {schema: {type: integer}, examples: {x: {$ref: '#/components/examples/E'}}} |"
                        + " (/components/examples/E/value)",
            })
    void an_example_that_breaks_its_schema_is_a_warning(String mediaType, String place) {
        assertThat(warnings(document(mediaType)))
                .singleElement()
                .asString()
                .contains(place)
                .endsWith(": the example breaks its schema: must be an integer, was a string");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json: {schema: {type: integer}, example: 5}",
                "application/json: {schema: {type: integer}, examples: {x: {externalValue: /a}}}",
                "application/json: {example: a}",
                "text/plain: {schema: {type: integer}, example: '5'}",
                "application/json: {schema: {type: object, required: [a], properties: {a: {type: string, readOnly: true}}},"
                        + " example: {a: x}}",
            })
    void an_example_that_is_right_in_either_direction_or_not_json_is_right(String mediaType) {
        assertThat(warnings(with(GOOD, "{description: ok}", "{description: ok, content: {" + mediaType + "}}")))
                .isEmpty();
    }

    @Test
    void examples_of_parameters_are_checked_as_well() {
        assertThat(warnings(with(GOOD, "required: true", "required: true, example: a")))
                .containsExactly(
                        "bad.yaml:6:46 (/paths/~1a~1{id}/parameters/0/example): the example breaks its schema: must"
                                + " be an integer, was a string");
    }

    private static String document(String mediaType) {
        String document = with(GOOD, "{description: ok}", "{description: ok, content: {" + mediaType + "}}");
        return mediaType.contains("#")
                ? document.replace("components:", "components:\n  examples: {E: {value: a}}")
                : document;
    }
}
