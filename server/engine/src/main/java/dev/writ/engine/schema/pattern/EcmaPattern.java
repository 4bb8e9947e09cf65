package dev.writ.engine.schema.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.IntConsumer;

/**
 * The regular expressions of JSON Schema: ECMA-262 with its Unicode flag, but for escapes of punctuation and single braces,
 * which are as harmless as they are common. They are matched in linear time: by the JDK, which is fast as long as it need not
 * go back, and as soon as it turns out that it has to, by RE2. Those that RE2 cannot take, such as ones with look-ahead and
 * back-references, are left to the JDK, whose work is metered. Immutable.
 */
public final class EcmaPattern {
    /** A step of backtracking takes about as long as this many characters that are read in passing. */
    private static final int BACKTRACKING = 3;

    private interface Engine {
        boolean occursIn(String text, IntConsumer meter);
    }

    private final String source;
    private final boolean linear;
    private final Engine engine;

    private EcmaPattern(String source, boolean linear, Engine engine) {
        this.source = source;
        this.linear = linear;
        this.engine = engine;
    }

    /**
     * Translates a pattern for the engine that takes it.
     *
     * @throws IllegalArgumentException if it is no regular expression, saying why
     */
    public static EcmaPattern compile(String regex) {
        Translation re2 = Translation.of(regex, Flavour.RE2, false);
        if (!re2.backtracks()) {
            try {
                Pattern pattern = Pattern.compile(re2.text());
                int weight = weight(pattern.programSize());
                Attempt attempt = new Attempt(jdk(regex));
                return new EcmaPattern(
                        regex,
                        true,
                        (text, meter) -> attempt.occursIn(text, meter)
                                .orElseGet(() -> MeteredText.search(
                                        text,
                                        meter,
                                        weight,
                                        read -> pattern.matcher(read).find())));
            } catch (PatternSyntaxException e) {
                // Such as a{2000}: right, and too large for RE2.
                return backtracking(regex);
            }
        }
        return backtracking(regex);
    }

    /** RE2 follows all ways through its program at once that the text leaves open, and that may be nearly all of it. */
    private static int weight(int programSize) {
        return 1 + programSize / 2;
    }

    /** Whether it is one of ECMA-262 to the letter. */
    public static boolean isStrictlyValid(String regex) {
        try {
            Translation.of(regex, Flavour.JDK, true);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static EcmaPattern backtracking(String regex) {
        java.util.regex.Pattern pattern = jdk(regex);
        return new EcmaPattern(regex, false, (text, meter) -> backtrack(pattern, text, meter));
    }

    private static java.util.regex.Pattern jdk(String regex) {
        try {
            return java.util.regex.Pattern.compile(
                    Translation.of(regex, Flavour.JDK, false).text());
        } catch (java.util.regex.PatternSyntaxException e) {
            throw new PatternException(regex, e.getDescription());
        }
    }

    private static boolean backtrack(java.util.regex.Pattern pattern, String text, IntConsumer meter) {
        try {
            return MeteredText.search(
                    text, meter, BACKTRACKING, read -> pattern.matcher(read).find());
        } catch (StackOverflowError e) {
            // The JDK recurses with the text: to go on would take more than there is, as if the steps were used up.
            meter.accept(Integer.MAX_VALUE);
            throw e;
        }
    }

    /** As its author wrote it. */
    public String source() {
        return source;
    }

    /** Whether the time to match grows no faster than the text. */
    public boolean isLinear() {
        return linear;
    }

    /**
     * True if it occurs anywhere in {@code text}: patterns of JSON Schema are not anchored.
     *
     * @param meter is told of characters that are going to be read, and may end it all by an exception
     */
    public boolean occursIn(String text, IntConsumer meter) {
        return engine.occursIn(text, meter);
    }
}
