package dev.writ.engine.validate.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.In;
import dev.writ.engine.model.Style;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Input that is made to cost: each of these takes milliseconds; the time-out only tells what is not bounded at all. */
@Timeout(20)
class HostileParametersTest {
    private static final int MANY = 10_000;

    private static String many(String pair) {
        return IntStream.range(0, MANY).mapToObj(i -> pair.formatted(i)).collect(Collectors.joining("&"));
    }

    @Test
    void violations_end_at_a_hundred() {
        Declared declared =
                Declared.color(In.QUERY, Style.FORM, true, "{type: integer}").refusingUnknown();
        assertThat(declared.query(many("x%d=1")).split(", ", -1)).hasSize(100);
        assertThat(declared.query(many("x%d=%%zz")).split(", ", -1)).hasSize(100);
    }

    @Test
    void many_items_that_could_be_several_types_are_tried_a_few_times() {
        Declared declared = Declared.color(
                In.QUERY,
                Style.FORM,
                true,
                "{type: array, items: {oneOf: [{type: integer, maximum: 3}, {type: string, maxLength: 2}]}}");
        assertThat(declared.query(many("color=1%d"))).startsWith("color/");
    }

    @Test
    void many_names_in_brackets_are_refused() {
        Declared declared = Declared.color(In.QUERY, Style.DEEP_OBJECT, true, "{type: object}");
        assertThat(declared.query(many("color[a%d]=1"))).isEqualTo("color style");
        assertThat(declared.query("color" + "[a]".repeat(MANY) + "=1")).isEqualTo("color style");
        assertThat(declared.query("color" + "[".repeat(MANY) + "=1")).isEqualTo("color style");
        assertThat(declared.query("color" + "[]".repeat(20) + "=1")).startsWith("color type");
    }

    @Test
    void a_long_value_is_read_once() {
        String megabyte = "1".repeat(1_000_000);
        assertThat(Declared.color(In.QUERY, Style.FORM, true, "{type: integer}").query("color=" + megabyte))
                .isEqualTo("color number");
        assertThat(Declared.color(In.QUERY, Style.FORM, false, "{type: array, maxItems: 3}")
                        .query("color=" + ",".repeat(1_000_000)))
                .isEqualTo("color limit");
        assertThat(Declared.color(In.QUERY, Style.FORM, true, "{type: string, maxLength: 3}")
                        .query("color=" + "%E2%82%AC".repeat(100_000)))
                .isEqualTo("color maxLength");
    }

    @Test
    void many_cookies_are_cut_once() {
        assertThat(Declared.color(In.COOKIE, Style.FORM, true, "{type: array, maxItems: 3}")
                        .cookie(String.join("; ", Collections.nCopies(MANY, "color=1"))))
                .isEqualTo("color maxItems");
    }

    @Test
    void a_schema_that_refers_to_itself_has_a_shape() {
        Declared declared = new Declared("""
                        A: {anyOf: [{$ref: '#/components/schemas/B'}, {type: integer}]}
                        B: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
                        """).with("color", In.QUERY, Style.DEEP_OBJECT, true, "A");
        assertThat(declared.query("color[a][a][a]=5")).isEqualTo("{\"a\":{\"a\":{\"a\":5}}}");
        assertThat(declared.query("color=5")).isEqualTo("5");
    }
}
