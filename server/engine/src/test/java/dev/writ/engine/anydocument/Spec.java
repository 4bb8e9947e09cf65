package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document, as far as this test needs it.
 *
 * @param securitySchemes by name
 */
record Spec(List<Operation> operations, Map<String, Node> securitySchemes) {
    /**
     * An operation.
     *
     * @param bases paths before the template, without a slash at the end
     * @param security alternatives; each the names of the schemes needed with their scopes
     */
    record Operation(
            String id,
            String method,
            String template,
            List<String> bases,
            List<Parameter> parameters,
            Optional<Body> body,
            Map<String, Response> responses,
            List<Map<String, JsonNode>> security) {
        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /**
     * A parameter or header.
     *
     * @param contentType of one that is described by {@code content}
     * @param schema of its value
     */
    record Parameter(
            String name,
            String in,
            boolean required,
            String style,
            boolean explode,
            boolean allowReserved,
            Optional<String> contentType,
            Optional<Node> schema,
            List<JsonNode> examples) {
        /** Whether it is written as texts, which do not tell 5 from "5". */
        boolean isText() {
            return contentType.isEmpty() || isForm();
        }

        boolean isForm() {
            return contentType
                    .filter("application/x-www-form-urlencoded"::equals)
                    .isPresent();
        }

        @Override
        public String toString() {
            return in + " " + name;
        }
    }

    record Body(boolean required, Map<String, Media> content) {}

    /**
     * A media type.
     *
     * @param encodings of properties, by name
     * @param is30 whether the rules of OpenAPI 3.0 hold
     * @param items of each item, where it is a sequence
     */
    record Media(
            Optional<Node> schema,
            List<JsonNode> examples,
            Map<String, Encoding> encodings,
            boolean is30,
            Optional<Node> items) {}

    /**
     * How a property of a form is written.
     *
     * @param contentTypes those declared; none: the default
     * @param style the query parameter that it is written as, where a style is declared that counts
     * @param headers of the parts
     * @param otherwise what stands for it if it is not there
     * @param mayBeEmpty whether an empty text is as none
     */
    record Encoding(
            List<String> contentTypes,
            Optional<Parameter> style,
            List<Parameter> headers,
            Optional<JsonNode> otherwise,
            boolean mayBeEmpty) {
        static final Encoding NONE = new Encoding(List.of(), Optional.empty(), List.of(), Optional.empty(), false);
    }

    record Response(List<Parameter> headers, Map<String, Media> content) {}
}
