package dev.writ.codegen;

import java.util.List;

/**
 * What the template prints of the responses of one operation.
 *
 * @param ranges whether a status is checked against its range
 */
record ResponseShape(
        String name,
        List<String> doc,
        List<Factory> factories,
        List<Status> statuses,
        boolean ranges,
        List<String> imports) {

    /** A static factory: all of a response but its headers. */
    record Factory(List<String> doc, String returns, String name, String parameters, String expression) {}

    /** The nested class of one status, or of a range of them. */
    record Status(
            List<String> doc,
            String type,
            String parameters,
            String superArguments,
            List<Setter> setters,
            List<Step> steps) {}

    /** A method that sets a header which may be left out. */
    record Setter(List<String> doc, String name, String parameter, String header, String expression) {}

    /** What stands between a factory and its response as long as a required header is missing. */
    record Step(String name, String missing, String status, Setter setter, String returns, String next) {}
}
