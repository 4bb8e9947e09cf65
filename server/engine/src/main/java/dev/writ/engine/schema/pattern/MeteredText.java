package dev.writ.engine.schema.pattern;

import java.util.function.IntConsumer;

/** A text that counts how often it is read, which is what backtracking costs. */
final class MeteredText implements CharSequence {
    private static final int BATCH = 256;
    /** A step of backtracking takes about as long as this many characters that are read in passing. */
    private static final int WEIGHT = 2;

    private final String text;
    private final IntConsumer meter;
    private int reads;

    MeteredText(String text, IntConsumer meter) {
        this.text = text;
        this.meter = meter;
    }

    @Override
    public char charAt(int index) {
        if (++reads == BATCH) {
            reads = 0;
            meter.accept(BATCH * WEIGHT);
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
