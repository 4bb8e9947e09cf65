package dev.writ.engine.schema.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcmaPatternTest {
    @ParameterizedTest
    @CsvSource({
        "b, abc, true",
        "^b, abc, false",
        "\\S, '\u00a0\u3000 \t\ufeff', false",
        "\\S, '\u00a0x', true",
        "^\\s$, '\u2003', true",
        "^[\\s]+$, '\u2003\u00a0', true",
        "^[\\x21\\x23-\\x7E]$, a, true",
        "^\\u0041$, A, true",
        "^[^\\]]$, a, true",
        "^\\d$, \u0663, false",
        "^\\p{L}$, é, true",
    })
    void a_pattern_means_what_ecma_262_says(String regex, String text, boolean matches) {
        assertThat(EcmaPattern.compile(regex).occursIn(text, n -> {})).isEqualTo(matches);
    }

    @Test
    void a_pattern_that_others_never_finish_is_matched_at_once() {
        assertThat(EcmaPattern.compile("^(a+)+$").occursIn("a".repeat(100_000) + "!", n -> {}))
                .isFalse();
        assertThat(EcmaPattern.compile("^(a|b)*$").occursIn("ab".repeat(100_000), n -> {}))
                .isTrue();
    }
}
