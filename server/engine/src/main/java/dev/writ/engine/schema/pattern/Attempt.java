package dev.writ.engine.schema.pattern;

import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/** A search by the JDK that is given up once it reads a text over and over. */
record Attempt(Pattern pattern) {
    /** The JDK recurses with the text. */
    private static final int LONGEST = 1_000;

    private static final int READS_PER_CHARACTER = 8;
    private static final int FREE_READS = 128;

    /** It has no stack: it is an outcome. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp() {
            super(null, null, false, false);
        }
    }

    /** Empty if it was given up. */
    Optional<Boolean> occursIn(String text, IntConsumer meter) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(MeteredText.search(
                    text,
                    upTo(FREE_READS + text.length() * READS_PER_CHARACTER, meter),
                    1,
                    read -> pattern.matcher(read).find()));
        } catch (GivenUp | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static IntConsumer upTo(int reads, IntConsumer meter) {
        int[] left = {reads};
        return read -> {
            meter.accept(read);
            left[0] -= read;
            if (left[0] < 0) {
                throw new GivenUp();
            }
        };
    }
}
