package dev.writ.engine.validate.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Headers;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import dev.writ.engine.validate.json.JsonLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters that are the whole query (OpenAPI 3.2, section 4.12.1), with the examples of section 4.12.8. */
class WholeQueryTest {
    private static final String FORM = """
            application/x-www-form-urlencoded:
              schema:
                type: object
                required: [foo]
                additionalProperties: false
                properties:
                  foo: {type: string}
                  bar: {type: boolean}
                  n: {type: array, items: {type: integer}}
                  o: {type: object, properties: {a: {type: integer}}}
                  os: {type: array, items: {type: object, required: [a]}}
                  j: {}
                  p: {type: array, items: {type: integer}}
                  d: {type: object, properties: {x: {type: integer}}}
                  e: {type: object, properties: {R: {type: integer}, G: {type: integer}}}
                  t: {type: string}
              encoding:
                j: {contentType: application/json}
                p: {style: pipeDelimited}
                d: {style: deepObject}
                e: {style: form}
                t: {allowReserved: true}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "foo=a+%2B+b&bar=true | {\"foo\":\"a + b\",\"bar\":true}",
                "foo=1&n=1&n=2 | {\"foo\":\"1\",\"n\":[1,2]}",
                "foo=1&n=1 | {\"foo\":\"1\",\"n\":[1]}",
                "foo=1&o=%7B%22a%22:1%7D | {\"foo\":\"1\",\"o\":{\"a\":1}}",
                "foo=1&os=%7B%22a%22:1%7D&os=%7B%22a%22:2%7D | {\"foo\":\"1\",\"os\":[{\"a\":1},{\"a\":2}]}",
                "foo=1&j=[1] | {\"foo\":\"1\",\"j\":[1]}",
                "foo=1&p=1%7C2 | {\"foo\":\"1\",\"p\":[1,2]}",
                "foo=1&p=1%7C2%7C3 | {\"foo\":\"1\",\"p\":[1,2,3]}",
                "foo=1&d%5Bx%5D=5 | {\"foo\":\"1\",\"d\":{\"x\":5}}",
                "R=1&foo=1&G=2 | {\"foo\":\"1\",\"e\":{\"R\":1,\"G\":2}}",
                "foo=1&t=a+b%2B/?c | {\"foo\":\"1\",\"t\":\"a b+/?c\"}",
                "foo= | {\"foo\":\"\"}",
                "foo | {\"foo\":\"\"}",
                "`` | q required q: foo: is required",
                "bar=true | q required q: foo: is required",
                "foo=1&bar=yes | q/bar type q: must be true or false",
                "foo=1&foo=2 | q/foo explode q: must be given once, was given 2 times",
                "foo=1&unknown=2 | q/unknown additionalProperties q: unknown: is not a property of the contract",
                "foo=1&n=1&n=x | q/n/1 type q: must be an integer",
                "foo=1&o={ | q/o json q: o: the text is not JSON: line 1, column 2",
                "foo=1&o=%7B%22a%22:%22x%22%7D | q/o/a type q: o.a: must be an integer, was a string",
                "foo=1&os=%7B%7D | q/os/0 required q: os[0].a: is required",
                "foo=%zz | q/foo encoding q: '%zz' is not percent-encoded UTF-8",
                "foo=1&%zz=1 | q encoding q: '%zz=1' is not percent-encoded UTF-8",
                "foo=1&p=1%7Cx | q/p/1 type q: must be an integer",
                "foo=1&d%5Bx%5D=a | q/d/x type q: must be an integer",
            })
    void a_form_is_read_by_its_schema_and_its_encodings(String query, String expected) {
        assertThat(read(FORM, true, Optional.of(query))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D | {\"numbers\":[1,2],\"flag\":null}",
                "{\"flag\":true,\"x\":1e+2} | {\"flag\":true,\"x\":1E+2}",
                "{\"numbers\":[1,\"2\"]} | q/numbers/1 type q: numbers[1]: must be an integer, was a string",
                "{\"a\":1,\"a\":2} | q/a duplicate q: the key 'a' stands here twice",
                "flag=true | q json q: the text is not JSON: line 1, column 1",
                "`` | q json q: the text is empty",
                "%zz | q encoding q: '%zz' is not percent-encoded UTF-8",
            })
    void json_is_percent_decoded_and_nothing_else(String query, String expected) {
        assertThat(read("""
                        application/json:
                          schema:
                            type: object
                            properties:
                              numbers: {type: array, items: {type: integer}}
                              flag: {type: [boolean, 'null']}
                        """, true, Optional.of(query))).isEqualTo(expected);
    }

    @Test
    void anything_else_is_a_text() {
        String type = "application/jsonpath:\n  schema: {type: string, maxLength: 12}\n";
        assertThat(read(type, true, Optional.of("%24.a.b%5B1%3A1%5D"))).isEqualTo("\"$.a.b[1:1]\"");
        assertThat(read(type, true, Optional.of("a=1&b=2+3"))).isEqualTo("\"a=1&b=2+3\"");
        assertThat(read(type, true, Optional.of("0123456789abc")))
                .isEqualTo("q maxLength q: must be at most 12 characters, was 13");
    }

    @Test
    void without_a_query_it_is_absent_and_may_have_a_default() {
        for (String type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded")) {
            assertThat(read(type + ": {schema: {}}\n", true, Optional.empty())).isEqualTo("q required q: is required");
            assertThat(read(type + ": {schema: {}}\n", false, Optional.empty())).isEqualTo("absent");
            assertThat(read(type + ": {schema: {default: {a: 1}}}\n", false, Optional.empty()))
                    .isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void a_violation_says_where_it_is() {
        Violations violations = new Violations();
        check(FORM, true, Optional.of("foo=1&bar=x"), violations);
        assertThat(violations.toList())
                .containsExactly(
                        new Violation(
                                "querystring",
                                Optional.of("q"),
                                "/bar",
                                "type",
                                "q: must be true or false",
                                "t.yaml#/paths/~1t/get/parameters/0/content/application~1x-www-form-urlencoded/schema/properties/bar/type"));
    }

    @Test
    void hostile_forms_end() {
        assertThat(read(FORM, true, Optional.of("foo=1" + "&n=1".repeat(20_000))))
                .startsWith("q limit q: a form has at most 10000 fields");
        assertThat(read(FORM, true, Optional.of("&".repeat(9_000)))).isEqualTo("q required q: foo: is required");
        assertThat(read(FORM, true, Optional.of("foo=1&d" + "%5Ba%5D".repeat(5_000) + "=1")))
                .startsWith("q/d style q: ");
        assertThat(read(FORM, true, Optional.of("foo=1&o=" + "[".repeat(100_000))))
                .startsWith("q/o ");
    }

    private static String read(String content, boolean required, Optional<String> query) {
        Violations violations = new Violations();
        List<JsonNode> values = check(content, required, query, violations);
        if (!violations.isEmpty()) {
            return violations.toList().stream()
                    .map(violation -> violation.name().orElse("") + violation.pointer() + " " + violation.keyword()
                            + " " + violation.message())
                    .collect(Collectors.joining(", "));
        }
        return values.isEmpty() ? "absent" : values.get(0).toString();
    }

    private static List<JsonNode> check(
            String content, boolean required, Optional<String> query, Violations violations) {
        Contract contract = ContractReader.parse("t.yaml", """
                openapi: 3.2.0
                info: {title: T, version: '1'}
                paths:
                  /t:
                    get:
                      operationId: t
                      responses: {default: {}}
                      parameters:
                        - name: q
                          in: querystring
                          required: %s
                          content:
                %s
                """.formatted(required, content.indent(12)));
        List<JsonNode> values = new ArrayList<>();
        new ParameterChecker(
                        contract.operations().get(0),
                        CompiledSchemas.of(contract, SchemaOptions.DEFAULT),
                        new Schemas(contract),
                        JsonLimits.DEFAULT,
                        true)
                .check(Map.of(), query, Headers.none(), violations, (parameter, value) -> values.add(value));
        return values;
    }
}
