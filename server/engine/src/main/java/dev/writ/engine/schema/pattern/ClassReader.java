package dev.writ.engine.schema.pattern;

import java.util.Optional;

/** Reads a class after its opening bracket, and writes it so that nothing in it can be taken for anything else. */
final class ClassReader {
    private static final String ALL = "\\x{0}-\\x{10FFFF}";

    private final Source source;
    private final Escapes escapes;
    private final StringBuilder out = new StringBuilder();

    /** The character that was read last, if it may begin a range; else -1. */
    private int last = -1;

    ClassReader(Source source, Escapes escapes) {
        this.source = source;
        this.escapes = escapes;
    }

    String read() {
        boolean negated = source.take("^");
        while (!source.take("]")) {
            if (source.atEnd()) {
                throw source.fault("a ] is missing");
            }
            item();
        }
        if (out.isEmpty()) {
            return negated ? "[" + ALL + "]" : "[^" + ALL + "]";
        }
        return (negated ? "[^" : "[") + out + "]";
    }

    private void item() {
        Optional<String> set = one();
        if (set.isPresent()) {
            out.append(set.get());
            return;
        }
        int low = last;
        if (source.peek() != '-') {
            out.append(Source.literal(low));
            return;
        }
        source.next();
        if (source.peek() == ']') {
            out.append(Source.literal(low)).append(Source.literal('-'));
            return;
        }
        Optional<String> end = one();
        if (end.isPresent()) {
            if (source.isStrict()) {
                throw source.fault("a set cannot end a range");
            }
            out.append(Source.literal(low)).append(Source.literal('-')).append(end.get());
            return;
        }
        if (last < low) {
            throw source.fault("a range that is out of order");
        }
        out.append(Source.literal(low)).append('-').append(Source.literal(last));
    }

    /** A set; or empty, and a character is in {@link #last}. */
    private Optional<String> one() {
        if (!source.take("\\")) {
            last = source.next();
            return Optional.empty();
        }
        if (source.take("b")) {
            last = '\b';
            return Optional.empty();
        }
        Optional<String> set = escapes.set();
        if (set.isEmpty()) {
            last = escapes.character(true);
        }
        return set;
    }
}
