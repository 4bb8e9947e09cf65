package dev.writ.engine.schema.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.TestContracts;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas and values that would keep a machine busy for hours: what they cost is counted, not timed. */
class HostileSchemasTest {
    /** Twice what the steps of a check may be, since the budget is looked at in slices. */
    private static final int MAX_STEPS = SchemaOptions.DEFAULT.maxSteps() * 2;

    private static final String SELF = "{'$ref': '#/components/schemas/A'}";

    private static String nested(String open, String close, String inside, int depth) {
        return open.repeat(depth) + inside + close.repeat(depth);
    }

    private static String branching(String keyword) {
        return "{'A': {'" + keyword + "': [{'properties': {'c': " + SELF
                + "}, 'required': ['x']}, {'properties': {'c': " + SELF + "}}, {'type': 'integer'}]}}";
    }

    /** Schemas that refer to the next of their kind twice. */
    private static String lattice(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "'" + (i == 0 ? "A" : "S" + i) + "': {'allOf': [{'$ref': '#/components/schemas/S"
                        + (i + 1) + "'}, {'$ref': '#/components/schemas/S" + (i + 1) + "'}]}")
                .collect(Collectors.joining(",", "{", ",'S" + size + "': {'type': 'integer'}}"));
    }

    static Stream<Arguments> schemas() {
        String deep = nested("{'c':", "}", "{'c': 'end'}", 90);
        String list = "[" + "{'a': [1, 2]},".repeat(20_000) + "1]";
        String spine = nested("[", ", 1, 2]", list, 80);
        return Stream.of(
                arguments("anyOf over itself", branching("anyOf"), deep, 40_000),
                arguments("oneOf over itself", branching("oneOf"), deep, 40_000),
                arguments("allOf over itself", branching("allOf"), deep, 40_000),
                arguments("a lattice of references", lattice(60), "1", 40_000),
                arguments("a lattice of references that fails", lattice(60), "'x'", MAX_STEPS),
                arguments(
                        "unevaluatedProperties over itself",
                        "{'A': {'anyOf': [{'properties': {'c': " + SELF + "}}, {'properties': {'c': " + SELF
                                + "}}], 'unevaluatedProperties': false}}",
                        deep,
                        60_000),
                arguments(
                        "read-only properties over itself",
                        "{'A': {'anyOf': [{'properties': {'c': " + SELF
                                + ", 'x': {'readOnly': true}}, 'required': ['x']}," + " {'properties': {'c': " + SELF
                                + "}}]}}",
                        deep,
                        60_000),
                arguments(
                        "uniqueItems at every level",
                        "{'A': {'uniqueItems': true, 'items': " + SELF + "}}",
                        spine,
                        MAX_STEPS),
                arguments(
                        "a pattern that goes back and forth",
                        "{'A': {'pattern': '^(a|aa)+\\\\1b$'}}",
                        "'" + "a".repeat(100) + "!'",
                        MAX_STEPS),
                arguments(
                        "a long text for a pattern that looks ahead",
                        "{'A': {'pattern': '(?=(.*)x)y'}}",
                        "'" + "a".repeat(1_000_000) + "'",
                        MAX_STEPS),
                arguments(
                        "a pattern with a large program",
                        "{'A': {'pattern': '(.{0,200}a){3}z'}}",
                        "'" + "a".repeat(1_000_000) + "'",
                        MAX_STEPS),
                arguments(
                        "many patterns for many names",
                        "{'A': {'patternProperties': {"
                                + IntStream.range(0, 200)
                                        .mapToObj(i -> "'^[a-z]*x" + i + "': {}")
                                        .collect(Collectors.joining(","))
                                + "}}}",
                        IntStream.range(0, 50_000)
                                .mapToObj(i -> "'k" + i + "': 1")
                                .collect(Collectors.joining(",", "{", "}")),
                        MAX_STEPS),
                arguments(
                        "an enum of objects at every level",
                        "{'A': {'items': " + SELF + ", 'not': {'enum': [{'a': [1]}, [1, [2]]]}}}",
                        spine,
                        MAX_STEPS),
                arguments(
                        "unevaluatedProperties over many parts",
                        "{'A': {'allOf': [" + "{'additionalProperties': {}},".repeat(50)
                                + "{}], 'unevaluatedProperties': false}}",
                        IntStream.range(0, 50_000)
                                .mapToObj(i -> "'k" + i + "': 1")
                                .collect(Collectors.joining(",", "{", "}")),
                        MAX_STEPS),
                arguments("a schema that never ends", "{'A': {'allOf': [" + SELF + "]}}", "1", MAX_STEPS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void no_check_takes_more_than_its_steps(String name, String schemas, String value, int steps) {
        Contract contract = TestContracts.of(Dialect.OPENAPI_3_1, schemas);
        SchemaChecker checker = TestContracts.checker(contract, "A", Direction.REQUEST, SchemaOptions.DEFAULT);
        assertThat(CompiledSchemas.steps(checker, TestContracts.quoted(value)))
                .as(name)
                .isLessThan(steps);
    }

    @Test
    void a_value_that_would_take_too_long_is_an_error_of_its_own_kind() {
        Contract contract = TestContracts.of(Dialect.OPENAPI_3_1, "{'A': {'pattern': '^(a|aa)+\\\\1b$'}}");
        assertThat(TestContracts.errors(contract, Direction.REQUEST, "'" + "a".repeat(100) + "!'"))
                .containsExactly(" limit " + LimitException.TOO_LONG);
        Contract endless = TestContracts.of(Dialect.OPENAPI_3_1, "{'A': {'not': " + SELF + "}}");
        assertThat(TestContracts.errors(endless, Direction.REQUEST, "1"))
                .containsExactly(" limit " + LimitException.TOO_DEEP);
    }

    @Test
    void the_end_of_the_budget_has_a_place_in_the_value() {
        Contract contract = TestContracts.of(
                Dialect.OPENAPI_3_1, "{'A': {'properties': {'b': {'items': {'pattern': '^(a|aa)+\\\\1b$'}}}}}");
        assertThat(TestContracts.errors(contract, Direction.REQUEST, "{'b': ['aab', '" + "a".repeat(100) + "!']}"))
                .containsExactly("/b/1 limit b[1]: " + LimitException.TOO_LONG);
    }

    @Test
    void subtrees_are_hashed_once_however_many_levels_ask() {
        Contract contract =
                TestContracts.of(Dialect.OPENAPI_3_1, "{'A': {'uniqueItems': true, 'items': " + SELF + "}}");
        SchemaChecker checker = TestContracts.checker(contract, "A", Direction.REQUEST, SchemaOptions.DEFAULT);
        String list = IntStream.range(0, 1_000)
                .mapToObj(i -> "{'a': [" + i + ", 2]}")
                .collect(Collectors.joining(",", "[", "]"));
        int once = CompiledSchemas.steps(checker, TestContracts.quoted(list));
        JsonNode deep = TestContracts.quoted(nested("[", ", [1], 2]", list, 80));
        assertThat(checker.check(deep).errors()).isEmpty();
        assertThat(CompiledSchemas.steps(checker, deep)).isLessThan(once * 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[[1, 2], [1.0, 2]] | false",
                "[[1, 2], [2, 1]] | true",
                "[{'a': 1, 'b': [2]}, {'b': [2.0], 'a': 1e0}] | false",
                "[{'a': 1}, {'a': 1, 'b': null}, {'a': null}] | true",
                "[[], {}, '', 0, false, null, [[]], [{}]] | true",
                "['1', 1, ['1'], [1], [true], true] | true",
                "[7, {'a': {}}, 8, {'a': {}}] | false",
                "[{'a': 'b'}, {'b': 'a'}] | true",
            })
    void items_are_unique_as_values(String items, boolean unique) {
        Contract contract = TestContracts.of(Dialect.OPENAPI_3_1, "{'A': {'uniqueItems': true}}");
        assertThat(TestContracts.errors(contract, Direction.REQUEST, items).isEmpty())
                .isEqualTo(unique);
    }

    @Test
    void a_large_value_that_is_right_is_taken() {
        JsonNode array = JsonNodeFactory.instance.arrayNode();
        IntStream.range(0, 100_000).forEach(((com.fasterxml.jackson.databind.node.ArrayNode) array)::add);
        Contract contract = TestContracts.of(
                Dialect.OPENAPI_3_1,
                "{'A': {'uniqueItems': true, 'items': {'$ref': '#/components/schemas/B'}}, 'B': {'anyOf': [{'type':"
                        + " 'string'}, {'type': 'integer', 'minimum': 0}]}}");
        SchemaChecker checker = TestContracts.checker(contract, "A", Direction.REQUEST, SchemaOptions.DEFAULT);
        assertThat(checker.check(array).errors()).isEmpty();
    }

    @Test
    void numbers_that_share_a_hash_are_told_apart_in_time() {
        // String.hashCode is the same for all of them.
        String items = IntStream.range(0, 1 << 14)
                .mapToObj(i -> "'"
                        + Integer.toBinaryString(i | 1 << 14).replace("0", "Aa").replace("1", "BB") + "'")
                .collect(Collectors.joining(",", "[", "]"));
        Contract contract = TestContracts.of(Dialect.OPENAPI_3_1, "{'A': {'uniqueItems': true}}");
        assertThat(TestContracts.errors(contract, Direction.REQUEST, items)).isEmpty();
    }

    @Test
    void a_text_on_which_the_jdk_recurses_too_deep_is_told_as_too_much_and_not_as_nested() {
        Contract contract = TestContracts.of(Dialect.OPENAPI_3_1, "{'A': {'pattern': '^(a|b|ab)*(?!c)$'}}");
        SchemaChecker checker = TestContracts.checker(contract, "A", Direction.REQUEST, SchemaOptions.DEFAULT);
        assertThat(checker.check(TextNode.valueOf("ab".repeat(100))).errors()).isEmpty();
        assertThat(checker.check(TextNode.valueOf("ab".repeat(200_000))).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).isEqualTo(LimitException.TOO_LONG));
    }

    @Test
    void there_are_a_hundred_errors_at_most() {
        Contract contract = TestContracts.of(Dialect.OPENAPI_3_1, "{'A': {'items': {'type': 'string'}}}");
        SchemaChecker checker = TestContracts.checker(contract, "A", Direction.REQUEST, SchemaOptions.DEFAULT);
        assertThat(checker.check(TestContracts.quoted("[" + "1,".repeat(1000) + "1]"))
                        .errors())
                .hasSize(100)
                .extracting(SchemaError::pointer)
                .startsWith("/0", "/1", "/2");
    }
}
