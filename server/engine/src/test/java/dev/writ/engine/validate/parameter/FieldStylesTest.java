package dev.writ.engine.validate.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.Headers;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Style;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Header fields and cookies: what is decoded, what is combined; {@code |} stands between columns. */
class FieldStylesTest {
    private static final String STRINGS = "{type: array, items: {type: string}}";
    private static final String NUMBERS = "{type: object, additionalProperties: {type: integer}}";

    private static String schema(String type) {
        return switch (type) {
            case "array" -> STRINGS;
            case "object" -> NUMBERS;
            default -> "{type: " + type + "}";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "string | a%20b, c | \"a%20b, c\"",
                "array | a , b%2Cc | [\"a\",\"b%2Cc\"]",
                "integer | 5 | 5",
                "integer | 5, 6 | color type",
                "boolean | TRUE | color type",
                "object | R, 1, G, 2 | {\"R\":1,\"G\":2}",
            })
    void header_fields_are_not_percent_encoded(String type, String text, String expected) {
        assertThat(Declared.color(In.HEADER, Style.SIMPLE, false, schema(type)).header(text))
                .isEqualTo(expected);
    }

    @Test
    void several_header_fields_are_one_value_and_their_names_have_no_case() {
        Declared list = Declared.color(In.HEADER, Style.SIMPLE, false, STRINGS);
        assertThat(list.header("a,b", "c")).isEqualTo("[\"a\",\"b\",\"c\"]");
        assertThat(list.check(Map.of(), Optional.empty(), Headers.of("COLOR", "a")))
                .isEqualTo("[\"a\"]");
        assertThat(Declared.color(In.HEADER, Style.SIMPLE, false, "{type: string}")
                        .header("a", "b"))
                .isEqualTo("\"a, b\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | string | x=1; color=blue; y=2 | \"blue\"",
                "true | string | color=\"blue\" | \"blue\"",
                "true | string | color=a&b=c | \"a&b=c\"",
                "true | string | color=a%20b+c | \"a b+c\"",
                "true | string | Color=a | absent",
                "true | string | color=a; color=b | color explode",
                "true | string | color=%zz | color encoding",
                "true | array | color=a; color=b | [\"a\",\"b\"]",
                "true | array | color=a&color=b | [\"a\",\"b\"]",
                "false | array | color=a,b | [\"a\",\"b\"]",
                "false | object | color=R,1 | {\"R\":1}",
                "true | object | R=1; G=2 | {\"R\":1,\"G\":2}",
                "true | integer | color=x | color type",
            })
    void cookies(boolean explode, String type, String field, String expected) {
        assertThat(Declared.color(In.COOKIE, Style.FORM, explode, schema(type)).cookie(field))
                .isEqualTo(expected);
    }

    @Test
    void several_cookie_fields_are_read_as_one() {
        assertThat(Declared.color(In.COOKIE, Style.FORM, true, STRINGS).cookie("color=a; x=1", "color=b"))
                .isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void an_exploded_object_leaves_cookies_alone_that_it_does_not_declare() {
        Declared cookies =
                Declared.color(In.COOKIE, Style.FORM, true, "{type: object, properties: {R: {type: integer}}}");
        assertThat(cookies.cookie("session=abc; R=1")).isEqualTo("{\"R\":1}");
    }

    /** OpenAPI 3.2, sections 4.12.5 and 4.12.8: nothing is decoded, nothing is taken off. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "string | true | color=blue | \"blue\"",
                "string | true | color= | \"\"",
                "string | true | color=Hello%2C world! | \"Hello%2C world!\"",
                "string | true | color=\"a b\"; x=1 | \"\\\"a b\\\"\"",
                "string | true | color=a+b%zz&c | \"a+b%zz&c\"",
                "string | true | color=a; color=b | color explode",
                "array | false | color=blue,black,brown | [\"blue\",\"black\",\"brown\"]",
                "array | true | color=blue; color=black; color=brown | [\"blue\",\"black\",\"brown\"]",
                "array | true | color=blue&color=black | [\"blue&color=black\"]",
                "array | false | color=a, b | [\"a\",\" b\"]",
                "object | false | color=R,100,G,200,B,150 | {\"R\":100,\"G\":200,\"B\":150}",
                "object | true | R=100; G=200; B=150; x=1 | {\"R\":100,\"G\":200,\"B\":150}",
                "object | true | R=%31 | color/R type",
            })
    void cookies_of_the_style_cookie_are_as_they_are(String type, boolean explode, String field, String value) {
        String schema = type.equals("object")
                ? "{type: object, properties: {R: {type: integer}, G: {type: integer}, B: {type: integer}}}"
                : schema(type);
        assertThat(Declared.color(In.COOKIE, Style.COOKIE, explode, schema).cookie(field))
                .isEqualTo(value);
    }
}
