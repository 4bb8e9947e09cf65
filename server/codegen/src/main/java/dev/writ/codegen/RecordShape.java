package dev.writ.codegen;

import java.util.List;

/**
 * What the template prints of a record.
 *
 * @param components the text between the parentheses
 * @param heritage {@code implements} and what follows, or nothing
 * @param statements of the compact constructor
 */
record RecordShape(
        String name,
        List<String> doc,
        List<String> annotations,
        String components,
        String heritage,
        List<String> statements,
        boolean compact,
        boolean empty,
        List<BuilderShape> builder,
        List<String> imports) {

    String opening() {
        return empty ? "{}" : "{";
    }

    /** The builder, of which there is one if a property is optional. */
    record BuilderShape(
            String required,
            String arguments,
            String all,
            List<String> fields,
            List<String> assignments,
            List<Setter> setters) {
        String opening() {
            return assignments.isEmpty() ? "{}" : "{";
        }
    }

    record Setter(List<String> doc, String name, String parameter, String expression) {}
}
