package dev.writ.service.configuration;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One thing that can be chosen.
 *
 * @param name of the variable
 * @param flag the option of the command line that sets it too, if there is one
 * @param fallback the text that stands for it where nothing sets it; without one it is absent then
 * @param allowed what follows "must be"
 * @param parser empty for a text that is not allowed
 * @param mask the text as it may be shown
 */
record Setting<T>(
        String name,
        Optional<Flag> flag,
        Optional<String> fallback,
        String allowed,
        String meaning,
        Function<String, Optional<T>> parser,
        UnaryOperator<String> mask) {

    /** What is shown in the place of a secret. */
    static final String MASK = "********";

    /** An option of the command line, such as {@code --port N}. */
    record Flag(String name, String label) {}

    static <T> Setting<T> of(String name, String allowed, String meaning, Function<String, Optional<T>> parser) {
        return new Setting<>(
                name, Optional.empty(), Optional.empty(), allowed, meaning, parser, UnaryOperator.identity());
    }

    /** One of the constants of an enum, in any case. */
    static <E extends Enum<E>> Setting<E> choice(String name, Class<E> type, String meaning) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        String allowed = String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
        return of(
                name,
                allowed,
                meaning,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equalsIgnoreCase(text))
                        .findFirst());
    }

    static Setting<Boolean> flag(String name, String meaning) {
        return of(
                name,
                "true or false",
                meaning,
                text -> Optional.of(text)
                        .filter(word -> word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false"))
                        .map(Boolean::valueOf));
    }

    static Setting<Integer> number(String name, int least, int most, String meaning) {
        return of(name, "a number from " + least + " to " + most, meaning, text -> number(text, least, most));
    }

    static Setting<Duration> seconds(String name, int least, int most, String meaning) {
        return of(
                name,
                "a number of seconds from " + least + " to " + most,
                meaning,
                text -> number(text, least, most).map(Duration::ofSeconds));
    }

    Setting<T> orElse(String text) {
        return new Setting<>(name, flag, Optional.of(text), allowed, meaning, parser, mask);
    }

    Setting<T> withFlag(String option, String label) {
        return new Setting<>(name, Optional.of(new Flag(option, label)), fallback, allowed, meaning, parser, mask);
    }

    Setting<T> withMask(UnaryOperator<String> shown) {
        return new Setting<>(name, flag, fallback, allowed, meaning, parser, shown);
    }

    Optional<T> parse(String text) {
        return parser.apply(text);
    }

    /** On one line, whatever the text is, and without what is secret. */
    String shown(String text) {
        return mask.apply(text).replaceAll("\\p{Cntrl}", "?");
    }

    private static Optional<Integer> number(String text, int least, int most) {
        return text.matches("[0-9]{1,9}")
                ? Optional.of(Integer.valueOf(text)).filter(number -> number >= least && number <= most)
                : Optional.empty();
    }
}
