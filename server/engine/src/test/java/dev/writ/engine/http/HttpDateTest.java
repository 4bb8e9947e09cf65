package dev.writ.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    /** The first three are those of RFC 9110, section 5.6.7. */
    @ParameterizedTest
    @CsvSource({
        "'Sun, 06 Nov 1994 08:49:37 GMT', 1994-11-06T08:49:37Z",
        "'Sunday, 06-Nov-94 08:49:37 GMT', 1994-11-06T08:49:37Z",
        "'Sun Nov  6 08:49:37 1994', 1994-11-06T08:49:37Z",
        "'Wed Nov 16 08:49:37 1994', 1994-11-16T08:49:37Z",
        "'Thursday, 01-Jan-26 00:00:00 GMT', 2026-01-01T00:00:00Z",
    })
    void the_three_forms_are_read(String text, Instant expected) {
        assertThat(HttpDate.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 CET",
                "1994-11-06T08:49:37Z",
                "Sun, 06 Nov 1994 08:49:37 GMT; length=5",
                "Sun, 32 Nov 1994 08:49:37 GMT",
            })
    void what_is_none_is_none(String text) {
        assertThat(HttpDate.parse(text)).isEmpty();
    }

    @Test
    void one_is_written_as_the_rfc_wants_it() {
        assertThat(HttpDate.of(Instant.parse("1994-11-06T08:49:37.9Z"))).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }
}
