package dev.writ.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A path of the contract (OpenAPI 3.1, section 4.8.8.2), cut at its slashes.
 *
 * @param text as in the contract
 * @param segments literals percent-decoded
 */
public record PathTemplate(String text, List<Segment> segments) {

    /** Whether each brace opens or closes a variable with a name, within one segment. */
    public static boolean isWellFormed(String text) {
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' ? open >= 0 : c == '}' ? open < 0 || i == open + 1 : c == '/' && open >= 0) {
                return false;
            }
            open = c == '{' ? i : c == '}' ? -1 : open;
        }
        return open < 0;
    }

    /** Cuts a well-formed path whose literals have no percent-encoding. */
    public static PathTemplate parse(String text) {
        return parse(text, UnaryOperator.identity());
    }

    /** Cuts a well-formed path; {@code decode} is given each literal. */
    public static PathTemplate parse(String text, UnaryOperator<String> decode) {
        return new PathTemplate(
                text,
                Arrays.stream(text.substring(1).split("/", -1))
                        .map(segment -> Segment.parse(segment, decode))
                        .toList());
    }

    /** The names between braces, from left to right. */
    public List<String> variables() {
        return segments.stream()
                .flatMap(segment -> segment.variables().stream())
                .toList();
    }

    /** The template with its variables nameless: two paths with the same shape cannot be told apart. */
    public String shape() {
        StringBuilder shape = new StringBuilder();
        segments.forEach(segment -> shape.append('/').append(segment.shape()));
        return shape.toString();
    }

    /**
     * What stands between two slashes: literals and variables in turn.
     *
     * @param literals one more than variables, possibly empty: before, between and after them
     * @param variables their names
     */
    public record Segment(List<String> literals, List<String> variables) {
        static Segment parse(String text, UnaryOperator<String> decode) {
            List<String> literals = new ArrayList<>();
            List<String> variables = new ArrayList<>();
            int from = 0;
            for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
                int close = text.indexOf('}', open);
                if (close < 0) {
                    break;
                }
                literals.add(decode.apply(text.substring(from, open)));
                variables.add(text.substring(open + 1, close));
                from = close + 1;
            }
            literals.add(decode.apply(text.substring(from)));
            return new Segment(List.copyOf(literals), List.copyOf(variables));
        }

        /** No variable at all. */
        public boolean isLiteral() {
            return variables.isEmpty();
        }

        /** One variable and nothing else. */
        public boolean isVariable() {
            return variables.size() == 1 && literals.stream().allMatch(String::isEmpty);
        }

        /** As {@link PathTemplate#shape}. */
        public String shape() {
            return literals.stream().map(Segment::escaped).collect(Collectors.joining("{}"));
        }

        /** So that what is text in a literal does not look like a variable, or like two segments. */
        private static String escaped(String literal) {
            return literal.replace("%", "%25")
                    .replace("/", "%2F")
                    .replace("{", "%7B")
                    .replace("}", "%7D");
        }
    }
}
