package dev.writ.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of a document of Swagger 2.0: what their fields say themselves. */
class SwaggerFormsTest {
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";

    private final List<JsonNode> bodies = new ArrayList<>();

    /** {@code fields} are lines of parameters. */
    private TestClient form(String fields) {
        Contract contract = ContractReader.parse("form.yaml", """
                swagger: '2.0'
                info: {title: T, version: '1'}
                consumes: [application/x-www-form-urlencoded, multipart/form-data]
                paths:
                  /form:
                    parameters:
                      - $ref: '#/parameters/Shared'
                    post:
                      operationId: form
                      parameters:
                %s
                      responses: {204: {description: done}}
                parameters:
                  Shared: {name: shared, in: formData, type: string, pattern: '^s'}
                """.formatted(fields.indent(8)));
        return TestClient.of(new EngineBuilder(contract)
                .on("form", call -> {
                    bodies.add(call.arguments().body().orElseThrow());
                    return Response.of(204);
                })
                .build());
    }

    /** What the handler sees, or the violations as keyword and place. */
    private String send(TestClient client, String type, String body) {
        TestResponse response = client.post("/form").body(type, body).send();
        if (response.status() == 204) {
            return bodies.get(bodies.size() - 1).toString();
        }
        List<String> violations = new ArrayList<>();
        response.json()
                .path("violations")
                .forEach(violation -> violations.add(violation.path("keyword").asText() + " "
                        + violation.path("schemaLocation").asText().replace("form.yaml#/paths/~1form/post/", "")));
        return response.status() + ": " + String.join(", ", violations);
    }

    private static String part(String name, String text) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n--x--\r\n";
    }

    /** Section 5.2.10: the value that is used if none is provided. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=1 | {\"a\":1,\"b\":[1,2]}",
                "b=3 | {\"b\":[3],\"a\":7}",
                "c=x&a=2&b=4 | {\"c\":\"x\",\"a\":2,\"b\":[4]}",
            })
    void defaults_of_the_fields_of_a_form_hold(String form, String body) {
        TestClient client = form("""
                - {name: c, in: formData, type: string}
                - {name: a, in: formData, type: integer, default: 7}
                - {name: b, in: formData, type: array, items: {type: integer}, default: [1, 2]}
                """);
        assertThat(send(client, URL_ENCODED, form)).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "q=12&n=1          ! 400: maxLength parameters/0/maxLength",
                "q=1&n=x           ! 400: type parameters/1/type",
                "q=1&n=1&sizes=1|x ! 400: type parameters/2/items/type",
                "q=1               ! 400: required parameters/1/required",
                "sizes=x           ! 400: required parameters/0/required, required parameters/1/required, type parameters/2/items/type",
                "q=1&n=1&shared=x  ! 400: pattern form.yaml#/parameters/Shared/pattern",
            })
    void what_is_wrong_with_a_field_is_told_where_it_stands(String body, String violations) {
        TestClient client = form("""
                - {name: q, in: formData, type: string, maxLength: 1, required: true}
                - {name: n, in: formData, type: integer, required: true}
                - {name: sizes, in: formData, type: array, items: {type: integer}, collectionFormat: pipes}
                """);
        assertThat(send(client, URL_ENCODED, body)).isEqualTo(violations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "csv   ! a,b c      ! [\"a\",\"b c\"]",
                "ssv   ! a b,c      ! [\"a\",\"b,c\"]",
                "ssv   ! a%20b+c    ! [\"a%20b+c\"]",
                "tsv   ! a\tb,c     ! [\"a\",\"b,c\"]",
                "tsv   ! a%09b      ! [\"a%09b\"]",
                "pipes ! a|b%7Cc,d% ! [\"a\",\"b%7Cc,d%\"]",
                "multi ! a|b,c%     ! [\"a|b,c%\"]",
            })
    void a_collection_in_a_part_has_its_delimiters_as_they_are(String format, String text, String array) {
        TestClient client =
                form("- {name: a, in: formData, type: array, items: {type: string}, collectionFormat: " + format + "}");
        assertThat(send(client, "multipart/form-data; boundary=x", part("a", text)))
                .isEqualTo("{\"a\":" + array + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "type: boolean                                   ! x=  ! {}",
                "type: boolean, required: true                   ! x=  ! {}",
                "type: boolean, required: true                   ! y=  ! 400: required parameters/0/required",
                "type: boolean                                   ! x=1 ! 400: type parameters/0/type",
                "type: integer, default: 7                       ! x=  ! {\"x\":7}",
                "type: integer, default: 7, required: true       ! x   ! {\"x\":7}",
                "type: string                                    ! x=  ! {\"x\":\"\"}",
                "type: string, minLength: 1, default: all        ! x=  ! {\"x\":\"all\"}",
                "type: array, items: {type: integer}             ! x=  ! {}",
                "type: array, items: {type: integer}, minItems: 1! x=, ! {}",
            })
    void an_empty_value_that_is_allowed_and_no_value_of_its_field_counts_as_none(
            String field, String body, String expected) {
        TestClient client = form("- {name: x, in: formData, allowEmptyValue: true, " + field + "}");
        assertThat(send(client, URL_ENCODED, body)).isEqualTo(expected);
    }

    @Test
    void an_empty_part_that_is_allowed_counts_as_none() {
        TestClient client = form("- {name: x, in: formData, allowEmptyValue: true, type: integer, default: 7}");
        assertThat(send(client, "multipart/form-data; boundary=x", part("x", "")))
                .isEqualTo("{\"x\":7}");
    }
}
