package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD;
import static dev.writ.engine.parse.Samples.faults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Contract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From text to a tree: YAML 1.2 and JSON, within bounds. */
class TextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "info: {title: [ | bad.yaml:1:16: not YAML: expected the node content, but found '<stream end>'",
                "'' | bad.yaml:1:1: the document is empty",
                "[] | bad.yaml:1:1: an OpenAPI document is an object",
                "openapi: 3.1.0#--- #a: 1 | bad.yaml:2:1: a second document begins: one file is one document",
                "a: 1#a: 2 | bad.yaml:2:1 (/a): the key 'a' stands here twice",
                "a: &x {b: 1}#c: {<<: *x} | bad.yaml:2:5 (/c/<<): YAML 1.2 has no merge keys ('<<'): write the keys out",
                "a: *x | bad.yaml:1:4 (/a): there is no anchor 'x' before this alias",
                "a: &x [*x] | bad.yaml:1:8 (/a/0): an alias that contains itself",
                "a: .nan | bad.yaml:1:4 (/a): '.nan' is no number that JSON can express",
                "a: 1e99999 | bad.yaml:1:4 (/a): a number with an exponent beyond 1000",
                "a: 1e9999999999 | bad.yaml:1:4 (/a): a number with an exponent beyond 1000",
                "? [a]#: 1 | bad.yaml:1:3: a key must be a plain value",
            })
    void what_is_no_document_is_told_with_its_place(String text, String fault) {
        assertThat(faults(text.replace('#', '\n'))).contains(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1,# \"a\": 2} | bad.json:2:2 (/a): the key 'a' stands here twice",
                "{\"a\": 1} {} | bad.json:1:10: something follows the end of the document",
                "{\"a\": 1e99999} | bad.json:1:7 (/a): a number with an exponent beyond 1000",
            })
    void json_is_read_as_json(String text, String fault) {
        assertThat(faults("bad.json", text.replace('#', '\n'))).contains(fault);
    }

    @Test
    void broken_json_is_told_with_its_place() {
        assertThat(faults("bad.json", "{\n  \"a\": tru\n}"))
                .singleElement()
                .asString()
                .startsWith("bad.json:2:")
                .contains("not JSON");
        assertThat(faults("bad.json", "{\"a\": " + "9".repeat(1001) + "}")).isNotEmpty();
    }

    @Test
    void places_in_json_are_those_of_keys_and_items() {
        String json = """
                {
                  "openapi": "3.1.0",
                  "info": {"title": "T", "version": "1"},
                  "paths": {
                    "/a": {
                      "parameters": [
                        {"name": "q", "in": "qery", "schema": {}}
                      ]
                    }
                  }, "components": {"schemas": {"A": 5}}
                }
                """;
        assertThat(faults("bad.json", json))
                .containsExactly("bad.json:10:33 (/components/schemas/A): must be an object");
    }

    @Test
    void flow_mappings_that_are_no_json_are_yaml() {
        assertThat(Samples.contract("{openapi: 3.1.0, info: {title: T, version: '1'}, paths: {}, # nothing\n}")
                        .title())
                .isEqualTo("T");
    }

    @Test
    void keys_are_text_and_values_are_of_the_core_schema() {
        Contract contract = Samples.contract(GOOD + """
                x-a: {200: a, on: b, yes: no, 1.0: 0x1F, true: 0o17, ~: null}
                x-b: [yes, True, 010, 1_000, 12:30, 2001-01-01, 123456789012345678901234567890, -0.5, !!str 5, "5", '']
                x-c: &x {a: 1}
                x-d: *x
                """);
        JsonNode root = contract.document().root();
        assertThat(root.get("x-a").toString())
                .isEqualTo("{\"200\":\"a\",\"on\":\"b\",\"yes\":\"no\",\"1.0\":31,\"true\":15,\"~\":null}");
        assertThat(root.get("x-b").toString())
                .isEqualTo(
                        "[\"yes\",true,10,\"1_000\",\"12:30\",\"2001-01-01\",123456789012345678901234567890,-0.5,\"5\","
                                + "\"5\",\"\"]");
        assertThat(root.get("x-d")).isEqualTo(root.get("x-c"));
    }

    @Test
    void utf8_with_or_without_a_mark_and_nothing_else(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("a.yaml");
        Files.writeString(file, "\uFEFF" + GOOD);
        assertThat(ContractReader.read(file.toString()).operations()).hasSize(1);
        Files.write(file, GOOD.getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> ContractReader.read(file.toString())).hasMessageContaining("a.yaml:1:1: not UTF-8");
    }

    @Test
    @Timeout(60)
    void what_grows_without_end_is_a_fault() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(faults(bomb.toString())).singleElement().asString().contains("more than 1000000 nodes");
        assertThat(faults("a: " + "[".repeat(201) + "]".repeat(201)))
                .singleElement()
                .asString()
                .contains("nested more than 200 levels deep");
        assertThat(faults("[".repeat(50_000))).isNotEmpty();
        assertThat(faults("{a: ".repeat(50_000))).isNotEmpty();
        assertThat(faults("bad.json", "{\"a\":".repeat(50_000))).isNotEmpty();
        assertThat(faults("- ".repeat(50_000))).isNotEmpty();
    }

    @Test
    @Timeout(60)
    void a_file_that_is_too_large_is_a_fault(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("large.yaml");
        try (var channel = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            channel.setLength(200L * 1024 * 1024);
        }
        assertThatThrownBy(() -> ContractReader.read(file.toString()))
                .hasMessageContaining("large.yaml:1:1: large.yaml cannot be read: larger than 16777216 bytes");
    }

    @Test
    void a_document_that_is_nowhere_is_a_fault(@TempDir Path directory) {
        assertThatThrownBy(() -> ContractReader.read("no/such.yaml"))
                .hasMessageContaining("such.yaml:1:1: such.yaml cannot be read: there is no such file");
        assertThatThrownBy(() -> ContractReader.read(directory.toString())).hasMessageContaining("cannot be read");
    }
}
