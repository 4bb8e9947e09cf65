package dev.writ.engine.schema.pattern;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads a pattern of ECMA-262 and writes it for another engine.
 *
 * @param text for the other engine
 * @param backtracks whether it has parts that no engine matches in linear time
 */
record Translation(String text, boolean backtracks) {

    /**
     * Translates a pattern.
     *
     * @param strict whether to refuse what browsers take besides the standard
     * @throws IllegalArgumentException if it is no pattern
     */
    static Translation of(String regex, Flavour flavour, boolean strict) {
        return new Reader(new Source(regex, strict), flavour).read();
    }

    private static final class Reader {
        private final Source source;
        private final Flavour flavour;
        private final Escapes escapes;
        private final StringBuilder out = new StringBuilder();
        private final Deque<Boolean> groups = new ArrayDeque<>();
        private boolean backtracks;
        private boolean quantifiable;

        Reader(Source source, Flavour flavour) {
            this.source = source;
            this.flavour = flavour;
            this.escapes = new Escapes(source, flavour);
        }

        Translation read() {
            while (!source.atEnd()) {
                term();
            }
            if (!groups.isEmpty()) {
                throw source.fault("a ) is missing");
            }
            return new Translation(out.toString(), backtracks || escapes.backtracks());
        }

        private void term() {
            int c = source.next();
            switch (c) {
                case '^' -> assertion("^");
                case '$' -> assertion("\\z");
                case '|' -> assertion("|");
                case '.' -> atom("[^\\n\\r\\x{2028}\\x{2029}]");
                case '(' -> open();
                case ')' -> close();
                case '[' -> atom(new ClassReader(source, escapes).read());
                case '\\' -> escape();
                case '*', '+', '?' -> quantifier(Character.toString(c));
                case '{' -> brace();
                case '}', ']' -> {
                    if (source.isStrict()) {
                        throw source.fault("a single " + Character.toString(c));
                    }
                    atom(Source.literal(c));
                }
                default -> atom(Source.literal(c));
            }
        }

        private void atom(String text) {
            out.append(text);
            quantifiable = true;
        }

        private void assertion(String text) {
            out.append(text);
            quantifiable = false;
        }

        private void escape() {
            if (source.take("b")) {
                assertion(flavour.boundary());
            } else if (source.take("B")) {
                assertion(flavour.noBoundary());
            } else {
                atom(escapes.atom());
            }
        }

        private void open() {
            boolean look = true;
            if (source.take("?:")) {
                out.append("(?:");
                look = false;
            } else if (source.take("?=")) {
                out.append("(?=");
            } else if (source.take("?!")) {
                out.append("(?!");
            } else if (source.take("?<=")) {
                out.append("(?<=");
            } else if (source.take("?<!")) {
                out.append("(?<!");
            } else {
                if (source.take("?<")) {
                    source.groupName();
                } else if (source.peek() == '?') {
                    throw source.fault("an unknown kind of group");
                }
                out.append('(');
                look = false;
            }
            backtracks |= look;
            groups.push(look);
            quantifiable = false;
        }

        private void close() {
            if (groups.isEmpty()) {
                throw source.fault("a ( is missing");
            }
            out.append(')');
            quantifiable = !groups.pop() || !source.isStrict();
        }

        private void brace() {
            String bounds = source.bounds();
            if (bounds.isEmpty()) {
                if (source.isStrict()) {
                    throw source.fault("a single {");
                }
                atom(Source.literal('{'));
            } else {
                quantifier(bounds);
            }
        }

        private void quantifier(String text) {
            if (!quantifiable) {
                throw source.fault("nothing to repeat");
            }
            out.append(text);
            if (source.take("?")) {
                out.append('?');
            }
            quantifiable = false;
        }
    }
}
