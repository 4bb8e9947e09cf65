package dev.writ.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
    private static final List<MediaType> OFFERED = List.of(
            MediaType.parse("application/json").orElseThrow(),
            MediaType.parse("text/csv").orElseThrow());

    @ParameterizedTest
    @CsvSource({
        "'', application/json",
        "*/*, application/json",
        "text/*, text/csv",
        "'application/json;q=0.1, text/csv', text/csv",
        "'*/*;q=0.1, text/csv;q=0', application/json",
        "'text/*;q=0.5, */*;q=0.4', text/csv",
        "'APPLICATION/JSON', application/json",
        "'text/html, application/*;q=0.1', application/json",
        "text/html, nothing",
        "application/json;q=0, nothing",
        "nonsense, application/json",
        "'nonsense, text/csv', text/csv",
        "',', application/json",
        "'text/html, image/gif, *; q=.2, */*; q=.2', application/json",
        "'application/json;q=x, text/*;q=0.1234', text/csv",
    })
    void the_most_specific_range_decides_and_the_highest_quality_wins(String accept, String chosen) {
        Headers headers = accept.isEmpty() ? Headers.none() : Headers.of("Accept", accept);
        assertThat(headers.accept().choose(OFFERED).map(MediaType::essence).orElse("nothing"))
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json {}",
        "Application/JSON; Charset=\"UTF-8\", application/json {charset=utf-8}",
        "a/b;x=\"a\\\"b;c\";y=Z, 'a/b {x=a\"b;c, y=Z}'",
        "a/b;, a/b {}",
        "a, none",
        "a/b c, none",
        "a/b;x, none",
        "'', none",
    })
    void a_media_type_is_parsed_whole_or_not_at_all(String text, String expected) {
        String parsed = MediaType.parse(text)
                .map(type -> type.essence() + " " + type.parameters())
                .orElse("none");
        assertThat(parsed).isEqualTo(expected);
    }

    @Test
    void header_names_have_no_case_and_values_keep_their_order() {
        Headers headers = Headers.of(Map.of("X-A", List.of("1", "2")));
        assertThat(headers.combined("x-a")).contains("1, 2");
        assertThat(headers.with("x-A", "3").all("X-a")).containsExactly("3");
        assertThat(headers.without("x-a").first("X-A")).isEmpty();
        assertThat(headers.withDefault("x-a", "9").first("X-A")).contains("1");
    }

    @Test
    void what_a_client_accepts_is_read_once() {
        Headers headers = Headers.of("Accept", "text/csv");
        assertThat(headers.accept()).isSameAs(headers.accept());
    }
}
