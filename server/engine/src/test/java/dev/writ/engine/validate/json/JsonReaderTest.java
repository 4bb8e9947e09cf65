package dev.writ.engine.validate.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
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
                arguments("[" + "9".repeat(401) + "]", " number"),
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
        assertThat(read(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})).isEqualTo(" encoding");
        assertThat(read(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
                .isEqualTo(" encoding");
    }

    @Test
    void the_limit_of_depth_itself_is_fine() {
        assertThat(read("[".repeat(100) + "]".repeat(100))).isEqualTo("[".repeat(100) + "]".repeat(100));
    }

    private String read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(byte[] bytes) {
        return reader.read(bytes)
                .fold(
                        Object::toString,
                        errors -> errors.stream()
                                .map(error -> error.pointer() + " " + error.keyword())
                                .collect(Collectors.joining(", ")));
    }
}
