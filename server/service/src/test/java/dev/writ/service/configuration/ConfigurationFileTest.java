package dev.writ.service.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            A=b              | b
            A=               | ~~
            A = b c          | b c
            A=b # c          | b # c
            A=b=c            | b=c
            A=é              | é
            A='b "c" \\ $d ' | ~b "c" \\ $d ~
            A=""             | ~~
            A=" b "          | ~ b ~
            A="\\"\\\\\\`\\$"| ~"\\`$~
            A="b\\nc"        | ~b\\nc~
            A="it's"         | it's
            """)
    void a_value_is_what_systemd_reads(String line, String value) throws Exception {
        ConfigurationFile file = read(line);
        assertThat(file.faults()).isEmpty();
        assertThat(file.assignments()).extracting(Assignment::value).containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A='b",
                "A=b'",
                "A=\"b",
                "A=\"b\\\"",
                "A='b'c",
                "A='b' # c",
                "A=b\\",
                "A=b\\ c",
                "A=it's",
                "A='b''c'"
            })
    void a_value_that_systemd_could_read_otherwise_is_a_fault(String line) throws Exception {
        assertThat(read(line).faults()).hasSize(1);
    }

    @Test
    void blank_lines_and_comments_say_nothing_and_are_counted() throws Exception {
        ConfigurationFile file = read("# A=b\r\n\r\n   \t\n  # C\n A=b\r\n");
        assertThat(file.faults()).isEmpty();
        assertThat(file.assignments()).containsExactly(new Assignment("A", "b", "at " + path() + ":5"));
    }

    @Test
    void a_long_value_is_no_trouble() throws Exception {
        String value = "\\\"x".repeat(10_000);
        assertThat(read("A=\"" + value + "\"").assignments())
                .extracting(Assignment::value)
                .containsExactly("\"x".repeat(10_000));
    }

    private ConfigurationFile read(String text) throws Exception {
        Files.writeString(path(), text);
        return ConfigurationFile.read(new Assignment("WRIT_CONFIG", path().toString(), "in the environment"));
    }

    private Path path() {
        return folder.resolve("writ.conf");
    }
}
