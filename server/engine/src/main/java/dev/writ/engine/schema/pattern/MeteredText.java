package dev.writ.engine.schema.pattern;

import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** A text that counts how often it is read, which is what a search costs. */
final class MeteredText implements CharSequence {
    private static final int BATCH = 64;

    private final String text;
    private final IntConsumer meter;
    private final int weight;
    private int reads;

    /**
     * Searches a text.
     *
     * @param weight what one character costs, in characters that are read in passing
     */
    static boolean search(String text, IntConsumer meter, int weight, Predicate<CharSequence> search) {
        MeteredText metered = new MeteredText(text, meter, weight);
        boolean found = search.test(metered);
        meter.accept(metered.reads * weight);
        return found;
    }

    private MeteredText(String text, IntConsumer meter, int weight) {
        this.text = text;
        this.meter = meter;
        this.weight = weight;
    }

    @Override
    public char charAt(int index) {
        if (++reads == BATCH) {
            reads = 0;
            meter.accept(BATCH * weight);
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
