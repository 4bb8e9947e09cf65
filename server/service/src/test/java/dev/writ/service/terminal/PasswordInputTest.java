package dev.writ.service.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordInputTest {

    private static String read(String input) {
        return new PasswordInput(Optional.empty(), new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))
                .read();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoës pässword", "Zoës pässword\n", "Zoës pässword\r\n", "Zoës pässword\nmore\n"})
    void the_first_line_of_standard_input_is_the_password(String input) {
        assertThat(read(input)).isEqualTo("Zoës pässword");
    }

    @Test
    void spaces_belong_to_it() {
        assertThat(read(" a b \n")).isEqualTo(" a b ");
    }

    @Test
    void an_empty_line_is_an_empty_password() {
        assertThat(read("\n")).isEmpty();
    }

    @Test
    void no_input_is_no_password() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("No password was given on standard input.");
    }

    @Test
    void what_is_not_utf_8_is_no_password() {
        assertThatThrownBy(() -> new PasswordInput(
                                Optional.empty(), new ByteArrayInputStream(new byte[] {'a', (byte) 0xE4, 'b', '\n'}))
                        .read())
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .hasMessage("The password on standard input is not UTF-8.");
    }

    @Test
    void a_line_without_end_is_cut() {
        assertThat(read("a".repeat(1_000_000))).hasSize(10_000);
    }
}
