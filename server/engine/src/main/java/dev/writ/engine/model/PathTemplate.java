package dev.writ.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A path of the contract (OpenAPI 3.1, section 4.8.8.2), cut at its slashes.
 *
 * @param text as in the contract
 * @param segments literals percent-decoded
 */
public record PathTemplate(String text, List<Segment> segments) {

    /** Cuts a path whose literals have no percent-encoding. */
    public static PathTemplate parse(String text) {
        return parse(text, UnaryOperator.identity());
    }

    /** Cuts a path; {@code decode} is given each literal. */
    public static PathTemplate parse(String text, UnaryOperator<String> decode) {
        return new PathTemplate(
                text,
                Arrays.stream(text.substring(1).split("/", -1))
                        .map(segment -> Segment.parse(segment, decode))
                        .toList());
    }

    /** The names between braces, from left to right. */
    public List<String> variables() {
        return segments.stream().filter(Segment::variable).map(Segment::text).toList();
    }

    /** The template with its variables nameless: two paths with the same shape cannot be told apart. */
    public String shape() {
        StringBuilder shape = new StringBuilder();
        segments.forEach(segment -> shape.append('/').append(segment.variable() ? "{}" : segment.text()));
        return shape.toString();
    }

    /**
     * What stands between two slashes.
     *
     * @param text the literal, or the variable's name
     */
    public record Segment(boolean variable, String text) {
        static Segment parse(String text, UnaryOperator<String> decode) {
            boolean variable = text.startsWith("{") && text.endsWith("}");
            return new Segment(variable, variable ? text.substring(1, text.length() - 1) : decode.apply(text));
        }

        /** True if this is a form that the engine does not take yet: a variable beside other text. */
        public boolean mixed() {
            return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
        }
    }
}
