package dev.writ.engine.schema.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompiledSchemasTest {
    static Stream<Arguments> errors() {
        return Stream.of(
                arguments("type: integer", "1.0", ""),
                arguments("type: integer", "1.5", " type must be an integer, was a number"),
                arguments("type: [string, 'null']", "1", " type must be a string or null, was an integer"),
                arguments("minLength: 2", "'\"é\"'", " minLength must be at least 2 characters, was 1"),
                arguments("maxLength: 1", "'\"\uD83D\uDE00\"'", ""),
                arguments("enum: [a, 1]", "'\"b\"'", " enum must be one of [\"a\",1]"),
                arguments("const: true", "false", " const must be true"),
                arguments("exclusiveMinimum: 1", "1", " exclusiveMinimum must be greater than 1"),
                arguments("multipleOf: 0.1", "0.3", ""),
                arguments("multipleOf: 5", "3", " multipleOf must be a multiple of 5"),
                arguments("maxItems: 1", "[1,2]", " maxItems must have at most 1 item, had 2"),
                arguments("minProperties: 1", "{}", " minProperties must have at least 1 property, had 0"),
                arguments("required: [a]", "{}", " required a: is required"),
                arguments("properties: {a: {required: [b]}}", "{'a':{}}", "/a required a.b: is required"),
                arguments("items: {type: string}", "['a',2]", "/1 type [1]: must be a string, was an integer"),
                arguments(
                        "additionalProperties: false",
                        "{'a/b':1}",
                        "/a~1b additionalProperties a/b: is not a property of the contract"),
                arguments("format: int32", "2147483647", ""),
                arguments("format: int32", "2147483648", " format must be a valid int32"),
                arguments("format: int64", "-9223372036854775809", " format must be a valid int64"),
                arguments("format: float", "1e39", " format must be a valid float"),
                arguments("format: double", "1e309", " format must be a valid double"),
                arguments("format: double", "1.7976931348623157e308", ""),
                arguments("format: byte", "'\"YWI=\"'", ""),
                arguments("format: byte", "'\"YWI\"'", " format must be a valid byte"),
                arguments("format: byte", "'\"YW\\nJj\"'", " format must be a valid byte"),
                arguments("format: date", "'\"2023-02-29\"'", " format must be a valid date"),
                arguments("format: uuid", "'\"x\"'", " format must be a valid uuid"),
                arguments("{format: nobody-knows}", "'\"x\"'", ""));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void an_error_tells_place_keyword_and_what_a_person_would_say(String schema, String value, String expected) {
        String text = value.startsWith("'") ? value.substring(1, value.length() - 1) : value.replace('\'', '"');
        assertThat(check(schema, Direction.REQUEST, text))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void read_only_is_not_required_of_a_request_nor_write_only_of_a_response() {
        String schema = "required: [r, w], properties: {r: {readOnly: true}, w: {writeOnly: true}}";
        assertThat(check(schema, Direction.REQUEST, "{}")).containsExactly(" required w: is required");
        assertThat(check(schema, Direction.RESPONSE, "{}")).containsExactly(" required r: is required");
    }

    @Test
    void the_place_in_the_contract_is_that_of_the_keyword() {
        assertThat(compile("maxLength: 1", Direction.REQUEST)
                        .check(tree("\"ab\""))
                        .errors())
                .singleElement()
                .satisfies(error ->
                        assertThat(error.schemaLocation()).isEqualTo("n.yaml#/components/schemas/A/maxLength"));
    }

    private static List<String> check(String schema, Direction direction, String value) {
        return compile(schema, direction).check(tree(value)).errors().stream()
                .map(error -> error.pointer() + " " + error.keyword() + " " + error.message())
                .toList();
    }

    private static SchemaChecker compile(String schema, Direction direction) {
        String flow = schema.startsWith("{") ? schema : "{" + schema + "}";
        Contract contract = ContractReader.parse(
                "n.yaml",
                "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: " + flow
                        + "}}\n");
        SchemaNode node = contract.schemas().get(0);
        return CompiledSchemas.of(contract, SchemaOptions.DEFAULT).compile(node, direction);
    }

    private static JsonNode tree(String text) {
        try {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
