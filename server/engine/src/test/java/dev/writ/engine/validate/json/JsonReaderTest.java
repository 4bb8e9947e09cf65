package dev.writ.engine.validate.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private final JsonReader reader = new JsonReader(JsonLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "-0",
                "0",
                "123456789",
                "2147483648",
                "123456789012345678901234567890",
                "1.50",
                "1E+400",
                "\"\\u00e9\\ud83d\\ude00\"",
                "[]",
                "[1,[2,{\"a\":{}}]]",
                " {\"a\": 1, \"b\": [null]} ",
            })
    void json_is_read_as_it_is(String text) {
        String back = read(text);
        assertThat(back).isEqualTo(text.equals("1E+400") ? "1E+400" : expected(text));
    }

    private static String expected(String text) {
        return switch (text) {
            case "-0" -> "0";
            case "\"\\u00e9\\ud83d\\ude00\"" -> "\"é😀\"";
            default -> text.replace(" ", "");
        };
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("", " json"),
                arguments("  ", " json"),
                arguments("{", " json"),
                arguments("{'a':1}", " json"),
                arguments("[1,]", " json"),
                arguments("01", " json"),
                arguments("NaN", " json"),
                arguments("// a\n1", " json"),
                arguments("1 2", " json"),
                arguments("\"a\nb\"", " json"),
                arguments("{\"a\":1,\"b\":{\"c\":1,\"c\":2},\"a\":3}", "/b/c duplicate, /a duplicate"),
                arguments("[".repeat(101) + "]".repeat(101), " depth"),
                arguments("[1e401]", "/0 number"),
                arguments("{\"a\":\"\\ud800\"}", "/a encoding"),
                arguments("[\"\\udc00\\ud800\"]", "/0 encoding"),
                arguments("{\"a\":1e-10000000000}", "/a number"),
                arguments("[" + "9".repeat(401) + "]", "/0 number"),
                arguments("[0." + "9".repeat(400) + "]", "/0 number"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_is_not_json_or_beyond_a_limit_is_told_with_its_place(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @Test
    void other_encodings_are_no_json() {
        assertThat(read("{}".getBytes(StandardCharsets.UTF_16))).isEqualTo(" encoding");
        assertThat(read("[1]".getBytes(StandardCharsets.UTF_16BE))).isEqualTo(" json");
        assertThat(read("[1]".getBytes(StandardCharsets.UTF_16LE))).isEqualTo(" json");
        assertThat(read("[1]".getBytes(Charset.forName("UTF-32")))).isEqualTo(" json");
        assertThat(read(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})).isEqualTo(" encoding");
        assertThat(read(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
                .isEqualTo(" encoding");
    }

    @Test
    void a_byte_order_mark_is_ignored() {
        assertThat(read("\uFEFF[1]")).isEqualTo("[1]");
        assertThat(read("[\uFEFF1]")).isEqualTo(" json");
    }

    static Stream<Arguments> limits() {
        JsonLimits limits = JsonLimits.DEFAULT;
        return Stream.of(
                arguments(limits.withDepth(2), "[[1]]", "[[[1]]]", " depth"),
                arguments(limits.withNumberLength(3), "[123]", "[1234]", "/0 number"),
                arguments(limits.withExponent(3), "[1e3]", "[1e4]", "/0 number"),
                arguments(limits.withExponent(3), "[1E-3]", "[1E-4]", "/0 number"),
                arguments(limits.withStringLength(3), "[\"abc\"]", "[\"abcd\"]", "/0 string"),
                arguments(limits.withStringLength(3), "{\"abc\":1}", "{\"abcd\":1}", "/abcd string"),
                arguments(limits.withValues(3), "[1,2]", "[1,2,3]", " values"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void each_limit_can_be_set_and_lets_through_what_is_within(
            JsonLimits limits, String within, String beyond, String expected) {
        JsonReader bounded = new JsonReader(limits);
        assertThat(read(bounded, within.getBytes(StandardCharsets.UTF_8))).doesNotContain(" ");
        assertThat(read(bounded, beyond.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    @Test
    void keys_that_are_made_to_collide_cost_no_more_than_others() {
        // "Aa" and "BB" have the same hash, and so have all texts made of them.
        String keys = IntStream.range(0, 1 << 14)
                .mapToObj(i -> "\""
                        + IntStream.range(0, 14)
                                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                                .collect(Collectors.joining())
                        + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(read(keys)).isEqualTo(keys);
    }

    @Test
    void the_limit_of_depth_itself_is_fine() {
        assertThat(read("[".repeat(100) + "]".repeat(100))).isEqualTo("[".repeat(100) + "]".repeat(100));
    }

    private String read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(byte[] bytes) {
        return read(reader, bytes);
    }

    private static String read(JsonReader reader, byte[] bytes) {
        return reader.read(bytes)
                .fold(
                        Object::toString,
                        errors -> errors.stream()
                                .map(error -> error.pointer() + " " + error.keyword())
                                .collect(Collectors.joining(", ")));
    }
}
