package dev.writ.engine.schema.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK and RE2, which stand in for one another. */
class AttemptTest {
    private static final long SEED = Long.getLong("writ.seed", 20261124);
    private static final int PATTERNS = 1_000;
    private static final int TEXTS = 30;
    private static final String[] ATOMS = {
        "a",
        "b",
        "é",
        "\\d",
        "\\D",
        "\\w",
        "\\W",
        "\\s",
        "\\S",
        ".",
        "[ab]",
        "[^a]",
        "[\\s\\d]",
        "[^\\s]",
        "[^\\W]",
        "\\p{L}",
        "\\P{Lu}",
        "\\u0041",
        "\\x41",
        "\\t",
        "\\.",
        "[a-c\\-]",
        "\\cJ",
        "[\\b]",
        "\\p{Script=Greek}",
        "\\u{1F600}"
    };
    private static final String[] QUANTIFIERS = {
        "", "", "", "*", "+", "?", "{2}", "{1,3}", "{0,}", "*?", "+?", "??", "{1,2}?"
    };
    private static final String[] CHARACTERS = {
        "a",
        "b",
        "c",
        "A",
        "é",
        "λ",
        "1",
        "_",
        "-",
        ".",
        " ",
        "\t",
        "\n",
        "\r",
        "\u00a0",
        "\u2028",
        "\u0663",
        "\b",
        "\ud83d\ude00"
    };

    private static Attempt jdk(String regex) {
        return new Attempt(java.util.regex.Pattern.compile(
                Translation.of(regex, Flavour.JDK, false).text()));
    }

    private static Optional<Boolean> jdk(String regex, String text) {
        return jdk(regex).occursIn(text, read -> {});
    }

    private static com.google.re2j.Pattern re2(String regex) {
        return com.google.re2j.Pattern.compile(
                Translation.of(regex, Flavour.RE2, false).text());
    }

    @Test
    void both_say_the_same() {
        Random random = new Random(SEED);
        for (int i = 0; i < PATTERNS; i++) {
            String regex = pattern(random, 3);
            Attempt attempt = jdk(regex);
            com.google.re2j.Pattern linear = re2(regex);
            for (int j = 0; j < TEXTS; j++) {
                String text = text(random);
                attempt.occursIn(text, read -> {})
                        .ifPresent(found -> assertThat(found)
                                .as("%s in '%s' (seed %d)", regex, text, SEED)
                                .isEqualTo(linear.matcher(text).find()));
            }
        }
    }

    private static String pattern(Random random, int depth) {
        StringBuilder pattern = new StringBuilder(random.nextInt(4) == 0 ? "^" : "");
        int atoms = 1 + random.nextInt(3);
        for (int i = 0; i < atoms; i++) {
            boolean group = depth > 0 && random.nextInt(4) == 0;
            pattern.append(
                            group
                                    ? (random.nextBoolean() ? "(" : "(?:") + pattern(random, depth - 1) + ")"
                                    : ATOMS[random.nextInt(ATOMS.length)])
                    .append(QUANTIFIERS[random.nextInt(QUANTIFIERS.length)]);
        }
        pattern.append(random.nextInt(5) == 0 ? "|" + ATOMS[random.nextInt(ATOMS.length)] : "");
        return pattern.append(random.nextInt(4) == 0 ? "$" : random.nextInt(8) == 0 ? "\\b" : "")
                .toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(7);
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|b|ab)*c", "[ab]{0,100}c", "(.*a.*){5}z"})
    void what_goes_back_and_forth_is_given_up(String regex) {
        assertThat(jdk(regex, "a".repeat(60) + "!")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^[a-z]{1,80}$", "^a*$", "a"})
    void what_goes_through_once_is_not(String regex) {
        assertThat(jdk(regex, "a".repeat(60))).contains(true);
        assertThat(jdk(regex, "!")).contains(false);
    }

    @Test
    void a_long_text_is_not_tried() {
        assertThat(jdk("^a*$", "a".repeat(2_000))).isEmpty();
    }
}
