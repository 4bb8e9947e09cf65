package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD;
import static dev.writ.engine.parse.Samples.contract;
import static dev.writ.engine.parse.Samples.faults;
import static dev.writ.engine.parse.Samples.warnings;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.Header;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.Serialization;
import dev.writ.engine.model.Style;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters and header fields of responses. */
class ParameterRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in: query, schema: {} | ): 'name' is missing",
                "name: q, schema: {} | ): 'in' is missing",
                "name: q, in: body, schema: {} | /in): 'body' is not path, query, header or cookie",
                "name: q, in: query | ): 'schema' is missing",
                "name: q, in: query, schema: {}, content: {a/b: {}} | ): only one of 'schema' and 'content' may be there",
                "name: q, in: query, content: {} | /content): must have exactly one media type",
                "name: q, in: query, content: {a/b: {}, a/c: {}} | /content): must have exactly one media type",
                "name: q, in: query, content: {json: {}} | /content/json): 'json' is no media type",
                "name: q, in: query, style: matrix, schema: {} | /style): 'matrix' is no style of a query parameter",
                "name: q, in: query, style: forn, schema: {} | /style): 'forn' is no style of a query parameter",
                "name: q, in: header, style: form, schema: {} | /style): 'form' is no style of a header parameter",
                "name: q, in: cookie, style: simple, schema: {} | /style): 'simple' is no style of a cookie parameter",
                "name: id, in: path, required: true, style: form, schema: {} | /style): 'form' is no style of a path"
                        + " parameter",
                "name: q, in: query, required: 1, schema: {} | /required): must be true or false",
                "name: q, in: query, explode: no, schema: {} | /explode): must be true or false",
                "name: q, in: query, schema: 5 | /schema): must be an object",
            })
    void what_cannot_be_enforced_is_a_fault(String parameter, String fault) {
        assertThat(faults(document(parameter)))
                .anySatisfy(told -> assertThat(told)
                        .startsWith("bad.yaml:9:")
                        .contains("(/paths/~1a~1{id}/get/parameters/0" + fault));
    }

    @Test
    void a_parameter_that_stands_twice_is_a_fault() {
        assertThat(faults(document("name: q, in: query, schema: {}}, {name: q, in: query, schema: {}")))
                .containsExactly(
                        "bad.yaml:9:54 (/paths/~1a~1{id}/get/parameters/1): the parameter 'q' is declared twice");
        assertThat(faults(document("name: X-A, in: header, schema: {}}, {name: x-a, in: header, schema: {}")))
                .hasSize(1);
        assertThat(warnings(document("name: q, in: query, schema: {}}, {name: q, in: header, schema: {}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: q, in: query, style: spaceDelimited, explode: true, schema: {type: array} | ): style spaceDelimited"
                        + " is not defined for 'explode: true'",
                "name: q, in: query, style: pipeDelimited, schema: {type: string} | ): style pipeDelimited is not defined"
                        + " for the type string",
                "name: q, in: query, style: deepObject, schema: {type: array} | ): style deepObject is not defined for the"
                        + " type array",
                "name: q, in: query, style: deepObject, explode: false, schema: {type: object} | ): style deepObject is not"
                        + " defined for 'explode: false'",
                "name: q, in: query, schema: {type: object, properties: {a: {type: object}}} | ): style form is not defined"
                        + " for an object within the object",
                "name: q, in: query, explode: false, schema: {type: object, properties: {a: {type: array}}} | ): style form is"
                        + " not defined for an array within the object",
                "name: q, in: query, schema: {type: array, items: {type: array}} | ): style form is not defined for an array"
                        + " within the array",
                "name: id, in: path, required: true, schema: {type: array, items: {type: object}} | ): style simple is not"
                        + " defined for an object within the array",
                "name: q, in: header, allowReserved: true, schema: {} | /allowReserved): 'allowReserved' is for query"
                        + " parameters only",
                "name: q, in: header, allowEmptyValue: true, schema: {} | /allowEmptyValue): 'allowEmptyValue' is for query"
                        + " parameters only",
                "name: q, in: cookie, allowEmptyValue: true, schema: {} | /allowEmptyValue): 'allowEmptyValue' is for query"
                        + " parameters only",
                "name: id, in: path, required: true, allowEmptyValue: true, schema: {} | /allowEmptyValue):"
                        + " 'allowEmptyValue' is for query parameters only",
                "name: Accept, in: header, schema: {} | ): a header parameter 'Accept' is ignored: OpenAPI has other fields"
                        + " for that",
                "name: id, in: path, schema: {} | ): a path parameter must have 'required: true'; it is required",
            })
    void what_is_merely_wrong_is_a_warning(String parameter, String warning) {
        assertThat(warnings(document(parameter)))
                .singleElement()
                .asString()
                .startsWith("bad.yaml:9:")
                .contains("(/paths/~1a~1{id}/get/parameters/0" + warning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: q, in: query, schema: {type: object, properties: {a: {type: array}}}",
                "name: q, in: query, style: deepObject, schema: {type: object, properties: {a: {type: object}}}",
                "name: q, in: query, schema: {type: array, items: {type: string}}",
            })
    void what_can_be_read_is_not_warned_of(String parameter) {
        assertThat(warnings(document(parameter))).isEmpty();
    }

    @Test
    void what_is_for_query_parameters_is_not_for_header_fields_of_responses() {
        for (String flag : List.of("allowEmptyValue", "allowReserved")) {
            String headers = "{description: ok, headers: {X-A: {schema: {}, " + flag + ": true}}}";
            assertThat(warnings(with(GOOD, "{description: ok}", headers)))
                    .containsExactly("bad.yaml:11:64 (/paths/~1a~1{id}/get/responses/default/headers/X-A/" + flag
                            + "): '" + flag + "' is for query parameters only");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in: query | FORM | true",
                "in: query, explode: false | FORM | false",
                "in: query, style: spaceDelimited | SPACE_DELIMITED | false",
                "in: query, style: pipeDelimited | PIPE_DELIMITED | false",
                "in: query, style: deepObject | DEEP_OBJECT | true",
                "in: path, required: true | SIMPLE | false",
                "in: path, required: true, explode: true | SIMPLE | true",
                "in: path, required: true, style: label | LABEL | false",
                "in: path, required: true, style: matrix, explode: true | MATRIX | true",
                "in: header | SIMPLE | false",
                "in: header, explode: true | SIMPLE | true",
                "in: cookie | FORM | true",
                "in: cookie, explode: false | FORM | false",
            })
    void style_and_explode_have_defaults_by_place(String parameter, Style style, boolean explode) {
        Parameter read = parameter("name: id, schema: {type: object}, " + parameter);
        assertThat(read.serialization()).isEqualTo(new Serialization.Styled(style, explode, false));
    }

    @Test
    void the_rest_of_a_parameter_is_read() {
        Parameter read = parameter("name: q, in: query, required: true, allowReserved: true, allowEmptyValue: true,"
                + " schema: {type: string}");
        assertThat(read.required()).isTrue();
        assertThat(read.allowEmptyValue()).isTrue();
        assertThat(read.serialization()).isEqualTo(new Serialization.Styled(Style.FORM, true, true));
        assertThat(read.schema().pointer()).isEqualTo("/paths/~1a~1{id}/get/parameters/0/schema");
        assertThat(read.place().location().line()).isEqualTo(9);
    }

    @Test
    void content_is_read_instead_of_a_style() {
        Parameter read = parameter("name: q, in: query, content: {Application/JSON: {schema: {type: object}}}");
        assertThat(read.serialization()).isEqualTo(new Serialization.Content("application/json"));
        assertThat(read.schema().node().get("type").asText()).isEqualTo("object");
    }

    @Test
    void header_fields_of_responses_are_read() {
        String headers = with(
                        GOOD,
                        "{description: ok}",
                        "{description: ok, headers: {X-A: {required: true, explode: true, schema: {type: array}}, Content-Type:"
                                + " {schema: {}}, X-B: {$ref: '#/components/headers/B'}}}")
                .replace("components:", "components:\n  headers: {B: {content: {text/plain: {}}}}");
        List<Header> read =
                contract(headers).operations().get(0).responses().get(0).headers();
        assertThat(read).extracting(Header::name).containsExactly("X-A", "X-B");
        assertThat(read.get(0).required()).isTrue();
        assertThat(read.get(0).serialization()).isEqualTo(new Serialization.Styled(Style.SIMPLE, true, false));
        assertThat(read.get(1).serialization()).isEqualTo(new Serialization.Content("text/plain"));
    }

    private static Parameter parameter(String text) {
        return contract(document(text)).operations().get(0).parameters().stream()
                .filter(parameter -> parameter.place().pointer().contains("/get/"))
                .findFirst()
                .orElseThrow();
    }

    private static String document(String parameter) {
        return with(GOOD, "      security:", "      parameters: [{" + parameter + "}]\n      security:");
    }
}
