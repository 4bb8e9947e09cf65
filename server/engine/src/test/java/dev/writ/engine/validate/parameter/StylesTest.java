package dev.writ.engine.validate.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.Headers;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Serialization;
import dev.writ.engine.model.Style;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delimiters, escapes and repetition, style by style; {@code |} stands between columns. */
class StylesTest {
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
                "simple | false | string | a%2Cb%20c+d | \"a,b c+d\"",
                "simple | false | string | a%2 | color encoding",
                "simple | false | string | a%FF | color encoding",
                "simple | false | integer | x | color type",
                "simple | false | integer | 007 | color type",
                "simple | false | array | a%2Cb,c | [\"a,b\",\"c\"]",
                "simple | false | array | a,,b | [\"a\",\"\",\"b\"]",
                "simple | false | object | R,1,G | color style",
                "simple | false | object | R,1,R,2 | color duplicate",
                "simple | false | object | R,x | color/R type",
                "simple | true | object | R=1,G | color style",
                "simple | true | object | a%3Db=1 | {\"a=b\":1}",
                "label | false | string | blue | color style",
                "label | false | string | .1.5 | \"1.5\"",
                "label | false | array | .a.b,c | [\"a.b\",\"c\"]",
                "label | true | array | .a.b,c | [\"a\",\"b,c\"]",
                "label | true | array | .a%2Eb | [\"a.b\"]",
                "matrix | false | string | ;colour=blue | color style",
                "matrix | false | string | color=blue | color style",
                "matrix | false | string | ;color=a;color=b | color explode",
                "matrix | false | string | ;c%6Flor=a%3Bb | \"a;b\"",
                "matrix | false | string | ;color= | \"\"",
                "matrix | true | array | ;color=a;x=b | color style",
                "matrix | true | array | ;color=a%3Bb;color | [\"a;b\",\"\"]",
                "matrix | true | object | ;R=1;R=2 | color duplicate",
            })
    void paths(String style, boolean explode, String type, String text, String expected) {
        assertThat(Declared.color(In.PATH, Style.of(style).orElseThrow(), explode, schema(type))
                        .path(text))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form | true | string | color=a+b%20c%2B | \"a b c+\"",
                "form | true | string | color | \"\"",
                "form | true | string | color=a=b | \"a=b\"",
                "form | true | string | c%6Flor=a | \"a\"",
                "form | true | string | color=a&color=b | color explode",
                "form | true | string | color=%zz | color encoding",
                "form | true | string | color=%C0%80 | color encoding",
                "form | true | string | color=%ED%A0%80 | color encoding",
                "form | true | string | other=1 | absent",
                "form | true | integer | color= | color type",
                "form | true | array | color=a,b | [\"a,b\"]",
                "form | false | array | color=a,b%2Cc | [\"a\",\"b,c\"]",
                "form | false | array | color=a&color=b | color explode",
                "form | false | array | color= | [\"\"]",
                "form | false | object | color= | {}",
                "form | true | object | R=1&color=2 | {\"R\":1,\"color\":2}",
                "form | true | object | R=1&R=2 | color/R explode",
                "form | true | object | R=x | color/R type",
                "form | true | object | R=%zz | color encoding",
                "spaceDelimited | false | array | color=a+b%20c%2Cd | [\"a\",\"b\",\"c,d\"]",
                "spaceDelimited | false | array | color=a,b | [\"a,b\"]",
                "pipeDelimited | false | array | color=a%7Cb%7cc+d | [\"a\",\"b\",\"c d\"]",
                "pipeDelimited | false | object | color=R%7C1%7CG | color style",
                // What the table of styles leaves out is read as form.
                "spaceDelimited | true | array | color=a&color=b | [\"a\",\"b\"]",
                "spaceDelimited | true | object | R=1 | {\"R\":1}",
                "spaceDelimited | false | string | color=a%20b | \"a b\"",
                "pipeDelimited | true | array | color=a&color=b%2Cc | [\"a\",\"b,c\"]",
                "pipeDelimited | false | integer | color=5 | 5",
                "deepObject | true | string | color=a | \"a\"",
                "deepObject | true | array | color=a&color=b | [\"a\",\"b\"]",
                "deepObject | false | object | color[R]=1 | {\"R\":1}",
                "deepObject | true | object | color=1 | color style",
                "deepObject | true | object | color= | color type",
                "deepObject | true | object | color=R,1 | color style",
                "simple | false | string | color=a | \"a\"",
            })
    void queries(String style, boolean explode, String type, String text, String expected) {
        assertThat(Declared.color(In.QUERY, Style.of(style).orElseThrow(), explode, schema(type))
                        .query(text))
                .isEqualTo(expected);
    }

    @Test
    void a_pipe_is_a_delimiter_whether_it_is_encoded_or_not() {
        assertThat(Declared.color(In.QUERY, Style.PIPE_DELIMITED, false, STRINGS)
                        .query("color=a|b%7Cc,d"))
                .isEqualTo("[\"a\",\"b\",\"c,d\"]");
    }

    @Test
    void a_plus_is_itself_where_reserved_characters_are_allowed() {
        Declared reserved = new Declared("S: {type: string}")
                .with("color", In.QUERY, false, false, new Serialization.Styled(Style.FORM, true, true), "S");
        assertThat(reserved.query("color=a+b/c?d:e%26f")).isEqualTo("\"a+b/c?d:e&f\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "string | ?color= | \"\"",
                "integer | ?color= | absent",
                "integer | ?color | absent",
                "integer | ?color=x | color type",
                "integer | ? | color required",
                "{type: integer, default: 7} | ?color | 7",
                "{type: string, minLength: 1, default: all} | ?color= | \"all\"",
                "{type: array, items: {type: integer}} | ?color= | absent",
            })
    void an_empty_value_that_is_allowed_and_no_value_of_the_schema_is_unused(
            String schema, String query, String expected) {
        Declared empty = new Declared("S: " + (schema.startsWith("{") ? schema : "{type: " + schema + "}"))
                .with("color", In.QUERY, true, true, new Serialization.Styled(Style.FORM, true, false), "S");
        assertThat(empty.query(query.substring(1))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "color[a][b][c]=1 | {\"a\":{\"b\":{\"c\":\"1\"}}}",
                "color[a][]=1&color[a][]=2 | {\"a\":[\"1\",\"2\"]}",
                "color[a][1]=y&color[a][0]=x | {\"a\":[\"x\",\"y\"]}",
                "color[a]=1&color[a]=2 | {\"a\":[\"1\",\"2\"]}",
                "color[a][0][b]=1&color[a][1][b]=2 | {\"a\":[{\"b\":\"1\"},{\"b\":\"2\"}]}",
                "color[__proto__]=1&color[constructor][prototype]=2 |"
                        + " {\"__proto__\":\"1\",\"constructor\":{\"prototype\":\"2\"}}",
                "color[a][5]=x | {\"a\":{\"5\":\"x\"}}",
                "color[a][1000000000]=x | {\"a\":{\"1000000000\":\"x\"}}",
                "color[a%5D=1 | {\"a\":\"1\"}",
                "color[a=1 | color style",
                "color[a]b=1 | color style",
                "color[a[b]]=1 | color style",
                "color[a]=1&color[a][b]=2 | color style",
                "color[a][b]=2&color[a]=1 | color style",
                "color[a][]=2&color[a][b]=1 | color style",
                "color[]=1 | color type",
                "color[%E2%82%AC]=%E2%82%AC+%E2%82%AC | {\"€\":\"€ €\"}",
                "color[a]=%zz | color encoding",
            })
    void deep_objects_as_qs_writes_them(String query, String expected) {
        assertThat(Declared.color(In.QUERY, Style.DEEP_OBJECT, true, "{type: object}")
                        .query(query))
                .isEqualTo(expected);
    }

    @Test
    void a_deep_object_may_be_an_array_and_its_items_are_typed() {
        Declared list = Declared.color(In.QUERY, Style.DEEP_OBJECT, true, "{type: array, items: {type: integer}}");
        assertThat(list.query("color[]=1&color[]=2")).isEqualTo("[1,2]");
        assertThat(list.query("color[0]=1&color[1]=x")).isEqualTo("color/1 type");
    }

    @Test
    void names_that_happen_to_be_numbers_are_names_where_only_an_object_fits() {
        assertThat(Declared.color(In.QUERY, Style.DEEP_OBJECT, true, NUMBERS).query("color[0]=1&color[1]=2"))
                .isEqualTo("{\"0\":1,\"1\":2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUERY | application/json | color=%7B%22R%22:1%7D | {\"R\":1}",
                "QUERY | application/json | color=%7B%22R%22:%22x%22%7D | color/R type",
                "QUERY | application/json | color=%7B%22R%22:1,%22R%22:2%7D | color/R duplicate",
                "QUERY | application/json | color=%7B | color json",
                "QUERY | application/json | color= | color json",
                "QUERY | application/json | color=%zz | color encoding",
                "QUERY | application/json | color=1&color=2 | color explode",
                "QUERY | application/json | x=1 | absent",
                "PATH | application/problem+json | %7B%22R%22%3A1%7D | {\"R\":1}",
                "HEADER | application/json | {\"R\": 1} | {\"R\":1}",
                "COOKIE | application/json | color=%7B%22R%22%3A1%7D | {\"R\":1}",
            })
    void content_parameters_are_documents_of_their_own(In in, String mediaType, String text, String expected) {
        Declared content = new Declared("S: " + NUMBERS)
                .with("color", in, false, false, new Serialization.Content(mediaType), "S");
        assertThat(content.send(text)).isEqualTo(expected);
    }

    @Test
    void content_that_is_text_is_converted_like_any_other_text() {
        Declared content = new Declared("S: {type: integer}")
                .with("color", In.QUERY, false, false, new Serialization.Content("text/plain"), "S");
        assertThat(content.query("color=5")).isEqualTo("5");
        assertThat(content.query("color=x")).isEqualTo("color type");
    }

    @Test
    void all_violations_are_told_in_the_order_of_places_then_of_the_contract() {
        Declared many = new Declared("S: {type: integer}")
                .with("c", In.COOKIE, Style.FORM, true, "S")
                .with("h", In.HEADER, Style.SIMPLE, false, "S")
                .with("q2", In.QUERY, Style.FORM, true, "S")
                .with("q1", In.QUERY, Style.FORM, true, "S")
                .with("p", In.PATH, Style.SIMPLE, false, "S")
                .refusingUnknown();
        assertThat(many.check(
                        Map.of("p", "x"),
                        Optional.of("q1=x&q2=x&q3=x&%zz=1"),
                        Headers.of(Map.of("h", List.of("x"), "Cookie", List.of("c=x")))))
                .isEqualTo("p type, q2 type, q1 type, %zz=1 encoding, q3 unknown, h type, c type");
    }
}
