package dev.writ.engine.validate.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code application/x-www-form-urlencoded}, by schema and encoding. */
class UrlEncodedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{a: {type: string}} | a=b+c%26 | {a:\"b c&\"}",
                "{a: {type: string}} | a= | {a:\"\"}",
                "{a: {type: integer}} | a=5 | {a:5}",
                "{a: {type: integer}} | a=x | 400: /a type",
                "{a: {type: integer, maximum: 3}, b: {type: boolean}} | a=5&b=1 | 400: /b type, /a maximum",
                "{a: {type: integer}} | a=1&a=2 | 400: /a explode",
                "{a: {type: array, items: {type: integer}}} | a=1&a=2 | {a:[1,2]}",
                "{a: {type: array, items: {type: integer}}} | a=1 | {a:[1]}",
                "{a: {type: array, items: {type: integer}}} | a=1&a=x | 400: /a/1 type",
                "{a: {type: object, properties: {b: {type: integer}}}} | a=%7B%22b%22%3A1%7D | {a:{b:1}}",
                "{a: {type: object, properties: {b: {type: integer}}}} | a=%7B%22b%22%3A%22x%22%7D | 400: /a/b type",
                "{a: {type: object}} | a=x | 400: /a json",
                "{a: {type: object}, b: {type: integer}} | a=x&b=y | 400: /a json, /b type",
                "{a: {type: array, items: {type: object}}} | a={}&a={} | {a:[{},{}]}",
                "{a: {type: string, format: date}} | a=2024-02-30 | 400: /a format",
                "{a: {oneOf: [{type: integer}, {type: string, enum: [all]}]}} | a=all | {a:\"all\"}",
                "{} | other=1&other=2 | {other:[\"1\",\"2\"]}",
                "{a: {type: integer}} | b=%C3%A4 | {b:\"ä\"}",
                "{a: {type: integer}} | a=%zz | 400: /a encoding",
                "{a: {type: integer}} | %zz=1 | 400:  encoding",
                "{a: {type: integer}} | a=%zz&a=1&b=1 | 400: /a encoding",
                "{a: {type: integer}} | `` | {}",
                "{a: {type: integer}} | a=1&&b&=c | {a:1,b:\"\",:\"c\"}",
            })
    void fields_are_read_by_their_schemas(String properties, String form, String expected) {
        assertThat(Forms.of(Forms.URL_ENCODED, "{schema: {type: object, properties: " + properties + "}}")
                        .urlEncoded(form))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "required: [a] | b=1 | 400:  required",
                "additionalProperties: false, properties: {a: {}} | a=1&b=2 | 400: /b additionalProperties",
                "maxProperties: 1 | a=1&b=2 | 400:  maxProperties",
                "additionalProperties: {type: integer} | a=1&b=x | 400: /b type",
                "dependentRequired: {a: [b]} | a=1 | 400:  dependentRequired",
                "oneOf: [{required: [a], properties: {a: {type: integer}}}, {required: [b]}] | a=1 | {a:1}",
                "required: [a], properties: {a: {type: object}} | a=x | 400: /a json",
                "oneOf: [{properties: {a: {type: object}}, additionalProperties: false}, {properties: {b: {}},"
                        + " additionalProperties: false}] | a=%7B%7D | {a:{}}",
                "oneOf: [{properties: {a: {type: array, items: {type: integer}}}, additionalProperties: false},"
                        + " {properties: {b: {}}, additionalProperties: false}] | a=1 | {a:[1]}",
            })
    void the_form_as_a_whole_is_the_object_of_its_schema(String keywords, String form, String expected) {
        assertThat(Forms.of(Forms.URL_ENCODED, "{schema: {type: object, " + keywords + "}}")
                        .urlEncoded(form))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: {type: array, items: {type: integer}} | a: {explode: false} | a=1,2 | {a:[1,2]}",
                "a: {type: array, items: {type: integer}} | a: {style: pipeDelimited} | a=1%7C2 | {a:[1,2]}",
                "a: {type: array, items: {type: integer}} | a: {style: spaceDelimited} | a=1%202 | {a:[1,2]}",
                "a: {type: array, items: {type: string}} | a: {explode: false} | a=b%2Cc,d | {a:[\"b,c\",\"d\"]}",
                "a: {type: object, properties: {R: {type: integer}}} | a: {style: deepObject} | a[R]=1 | {a:{R:1}}",
                "a: {type: object, properties: {R: {type: integer}}} | a: {style: deepObject} | a[R]=x | 400: /a/R type",
                "a: {type: object, properties: {R: {type: integer}}} | a: {style: deepObject} | a=1 | 400: /a style",
                "a: {type: object, properties: {R: {type: integer}}} | a: {explode: false} | a=R,1 | {a:{R:1}}",
                "a: {type: object, properties: {R: {type: integer}}}, b: {type: integer} | a: {explode: true} | R=1&b=2"
                        + " | {b:2,a:{R:1}}",
                "a: {type: string} | a: {allowReserved: true} | a=b+c | {a:\"b+c\"}",
                "a: {type: object} | a: {contentType: application/json} | a={\"b\":1} | {a:{b:1}}",
                "a: {} | a: {contentType: application/json} | a=[1] | {a:[1]}",
                "a: {type: string} | a: {contentType: application/json} | a=[1] | 400: /a type",
                "a: {type: string} | a: {contentType: application/json} | a=%22b%22 | {a:\"b\"}",
            })
    void a_style_or_a_content_type_says_how_a_field_is_written(
            String properties, String encoding, String form, String expected) {
        assertThat(Forms.of(
                                Forms.URL_ENCODED,
                                "{schema: {type: object, properties: {" + properties + "}}, encoding: {" + encoding
                                        + "}}")
                        .urlEncoded(form))
                .isEqualTo(expected);
    }

    @Test
    void a_form_is_utf_8() {
        assertThat(Forms.of(Forms.URL_ENCODED, "{schema: {type: object}}")
                        .send(Forms.URL_ENCODED, new byte[] {'a', '=', (byte) 0xE4}))
                .isEqualTo("400:  encoding");
    }

    @Test
    void a_form_of_many_fields_is_refused() {
        Forms form = Forms.of(Forms.URL_ENCODED, "{schema: {type: object}}");
        assertThat(form.urlEncoded("a=1&".repeat(10_001))).isEqualTo("400:  limit");
        assertThat(form.urlEncoded("%&".repeat(5_000)).split(", ", -1)).hasSize(100);
    }

    @Test
    void a_field_of_many_items_is_refused_and_of_many_wrong_ones_a_hundred_are_told() {
        Forms form = Forms.of(
                Forms.URL_ENCODED,
                "{schema: {type: object, properties: {a: {type: array, items: {type: integer}}}}, encoding: {a: {explode: false}}}");
        assertThat(form.urlEncoded("a=x" + ",x".repeat(400_000))).isEqualTo("400: /a limit");
        assertThat(form.urlEncoded("a=x" + ",x".repeat(15_000)).split(", ", -1)).hasSize(100);
    }
}
