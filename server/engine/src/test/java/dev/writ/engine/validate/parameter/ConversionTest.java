package dev.writ.engine.validate.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.writ.engine.model.In;
import dev.writ.engine.model.Style;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.validate.json.JsonLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text is read as, by its schema. */
class ConversionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: integer} | 5 | 5",
                "{type: integer} | -0 | 0",
                "{type: integer} | 1.0 | color type",
                "{type: integer} | 1e3 | color type",
                "{type: integer} | 1.5 | color type",
                "{type: integer} | 1e-1 | color type",
                "{type: integer} | 123456789012345678901234567890 | 123456789012345678901234567890",
                "{type: integer} | 0x10 | color type",
                "{type: integer} | %2B5 | color type",
                "{type: integer} | %205 | color type",
                "{type: number} | 1.50 | 1.50",
                "{type: number} | 5 | 5",
                "{type: number} | 1E5 | 1E+5",
                "{type: number} | .5 | color type",
                "{type: number} | NaN | color type",
                "{type: number} | 1e401 | color number",
                "{type: boolean} | true | true",
                "{type: boolean} | 1 | color type",
                "{type: string} | 5 | \"5\"",
                "{type: string} | null | \"null\"",
                "{} | 5 | \"5\"",
                "{minimum: 3} | 5 | 5",
                "{minimum: 3} | x | \"x\"",
                "{not: {type: string}} | 5 | 5",
                "{type: [integer, 'null']} | null | null",
                "{type: [integer, 'null']} | 5 | 5",
                "{type: [integer, 'null']} | x | color type",
                "{type: [string, 'null']} | null | \"null\"",
                "{type: [string, 'null'], enum: [a, null]} | null | null",
                "{type: [string, integer]} | 5 | 5",
                "{type: [string, integer]} | a5 | \"a5\"",
                "{type: [integer, string], maximum: 3} | 5 | \"5\"",
                "{enum: [1, 2, a, true]} | 2 | 2",
                "{enum: [1, 2, a, true]} | a | \"a\"",
                "{enum: [1, 2, a, true]} | true | true",
                "{enum: ['1', '2']} | 2 | \"2\"",
                "{enum: [1, '2']} | 2 | \"2\"",
                "{enum: [1, 2, a, true]} | 3 | color enum",
                "{const: 5} | 5 | 5",
                "{const: '5'} | 5 | \"5\"",
                "{allOf: [{type: number}, {type: integer}]} | 5 | 5",
                "{allOf: [{type: integer}, {minimum: 6}]} | 5 | color minimum",
                "{anyOf: [{type: integer, maximum: 3}, {type: string}]} | 5 | \"5\"",
                "{anyOf: [{type: integer}, {type: boolean}]} | true | true",
                "{anyOf: [{type: integer}, {type: boolean}]} | x | color type",
                "{oneOf: [{type: integer}, {type: string, enum: [all]}]} | all | \"all\"",
                "{oneOf: [{type: integer}, {type: string, enum: [all]}]} | 7 | 7",
                "{if: {type: integer}, then: {minimum: 3}, else: {type: string}} | 2 | \"2\"",
                "{$ref: '#/components/schemas/Number'} | 5 | 5",
                "{$ref: '#/components/schemas/Number', maximum: 4} | 5 | color maximum",
                "{allOf: [{$ref: '#/components/schemas/Number'}]} | 5 | 5",
                "{anyOf: [{$ref: '#/components/schemas/Loop'}, {type: integer}]} | 5 | 5",
            })
    void a_text_is_the_most_specific_type_with_which_it_is_valid(String schema, String text, String expected) {
        String schemas = "Color: " + schema + "\nNumber: {type: integer}"
                + "\nLoop: {type: object, properties: {next: {$ref: '#/components/schemas/Loop'}}}";
        Declared declared = new Declared(schemas).with("color", In.QUERY, Style.FORM, true, "Color");
        assertThat(declared.query("color=" + text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: array, items: {type: integer}} | c=1&c=x&c=y | c/1 type, c/2 type",
                "{type: array, maxItems: 1, items: {type: integer, minimum: 1}} | c=0&c=x | c/1 type, c maxItems, c/0 minimum",
                "{type: array, items: {type: [integer, string]}} | c=1&c=x | [1,\"x\"]",
                "{type: array, items: {oneOf: [{type: integer, maximum: 3}, {type: string}]}} | c=1&c=5 | [1,\"5\"]",
                "{type: array, prefixItems: [{type: integer}], items: {type: boolean}} | c=1&c=true | [1,true]",
                "{type: array, maxItems: 1} | c=1&c=2 | c maxItems",
                "{oneOf: [{type: string}, {type: array, items: {type: string}}]} | c=a | \"a\"",
                "{oneOf: [{type: string}, {type: array, items: {type: string}}]} | c=a&c=b | [\"a\",\"b\"]",
                "{type: [array, 'null'], items: {type: integer}} | c=1 | [1]",
            })
    void items_are_converted_each_by_its_schema(String schema, String query, String expected) {
        assertThat(new Declared("S: " + schema)
                        .with("c", In.QUERY, Style.FORM, true, "S")
                        .query(query))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: object, properties: {a: {type: integer}, b: {type: array, items: {type: boolean}}}}"
                        + " | c[a]=1&c[b]=true | {\"a\":1,\"b\":[true]}",
                "{type: object, properties: {a: {type: integer}}, additionalProperties: {type: boolean}}"
                        + " | c[a]=1&c[x]=true | {\"a\":1,\"x\":true}",
                "{type: object, patternProperties: {'^n': {type: integer}}} | c[n1]=1&c[x]=y | {\"n1\":1,\"x\":\"y\"}",
                "{type: object, properties: {a: {type: integer}}, additionalProperties: false} | c[b]=1"
                        + " | c/b additionalProperties",
                "{type: object, required: [a], properties: {a: {type: integer}}} | c[b]=1 | c required",
                "{oneOf: [{properties: {k: {const: x}, a: {type: integer}}},"
                        + " {properties: {k: {const: y}, a: {type: string}}}]} | c[k]=y&c[a]=5 | {\"k\":\"y\",\"a\":\"5\"}",
                "{allOf: [{properties: {a: {type: integer}}}, {properties: {b: {type: integer}}}]}"
                        + " | c[a]=1&c[b]=2 | {\"a\":1,\"b\":2}",
                "{$ref: '#/components/schemas/Node'} | c[next][next][value]=3 | {\"next\":{\"next\":{\"value\":3}}}",
                "{$ref: '#/components/schemas/Node'} | c[next][next][value]=x | c/next/next/value type",
            })
    void properties_are_converted_each_by_its_schema(String schema, String query, String expected) {
        String node = "\nNode: {type: object, properties:"
                + " {value: {type: integer}, next: {$ref: '#/components/schemas/Node'}}}";
        assertThat(new Declared("S: " + schema + node)
                        .with("c", In.QUERY, Style.DEEP_OBJECT, true, "S")
                        .query(query))
                .isEqualTo(expected);
    }

    @Test
    void what_is_none_of_its_types_is_told_with_the_place_in_the_schema() {
        assertThat(new Declared(
                                "Color: {type: array, items: {$ref: '#/components/schemas/Number'}}\nNumber: {type: integer}")
                        .with("color", In.QUERY, Style.FORM, true, "Color")
                        .violations("color=1&color=x"))
                .extracting(Violation::message, Violation::schemaLocation)
                .containsExactly(tuple("color: must be an integer", "t.yaml#/components/schemas/Number/type"));
    }

    @Test
    void numbers_are_bounded_as_in_json() {
        Declared number = Declared.color(In.QUERY, Style.FORM, true, "{type: number}")
                .within(JsonLimits.DEFAULT.withNumberLength(5).withExponent(9));
        assertThat(number.query("color=12345")).isEqualTo("12345");
        assertThat(number.query("color=123456")).isEqualTo("color number");
        assertThat(number.query("color=1e9")).isEqualTo("1E+9");
        assertThat(number.query("color=1e10")).isEqualTo("color number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: integer, default: 7} | 7",
                "{$ref: '#/components/schemas/WithDefault'} | \"d\"",
                "{allOf: [{$ref: '#/components/schemas/WithDefault'}]} | \"d\"",
                "{type: integer, default: wrong} | \"wrong\"",
                "{type: integer} | absent",
            })
    void a_default_stands_for_what_is_absent_whatever_it_is(String schema, String expected) {
        assertThat(new Declared("Color: " + schema + "\nWithDefault: {type: string, default: d}")
                        .with("color", In.QUERY, Style.FORM, true, "Color")
                        .query(""))
                .isEqualTo(expected);
    }
}
