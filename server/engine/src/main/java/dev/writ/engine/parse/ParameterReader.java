package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Header;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.model.Serialization;
import dev.writ.engine.model.Style;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads parameters and response headers: so far those with a single value. */
final class ParameterReader {
    /** OpenAPI 3.1, section 4.8.12.1: their definitions are to be ignored. */
    private static final Set<String> NOT_PARAMETERS = Set.of("accept", "content-type", "authorization");

    private static final List<String> WITHOUT_TYPE = List.of("allOf", "anyOf", "oneOf", "not", "enum", "const");

    private ParameterReader() {}

    /** Empty for what is ignored, and for what has faults. */
    static Optional<Parameter> parameter(Element element) {
        String name = element.requiredText("name");
        String where = element.requiredText("in");
        Optional<In> in = In.of(where);
        if (in.isEmpty()) {
            element.child("in").ifPresent(e -> e.fault("parameters in '" + where + "' are not supported"));
            return Optional.empty();
        }
        if (in.get() == In.HEADER && NOT_PARAMETERS.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        checkStyle(element, in.get() == In.QUERY ? "form" : "simple");
        boolean required = element.flag("required");
        if (in.get() == In.PATH && !required) {
            element.fault("a path parameter must have 'required: true'");
        }
        return schema(element)
                .map(ParameterReader::typed)
                .map(schema -> new Parameter(
                        name,
                        in.get(),
                        required,
                        false,
                        new Serialization.Styled(in.get() == In.QUERY ? Style.FORM : Style.SIMPLE, false, false),
                        node(schema),
                        element.place()));
    }

    /** Empty for what is ignored, and for what has faults. */
    static Optional<Header> header(String name, Element element) {
        if (name.equalsIgnoreCase("Content-Type")) {
            return Optional.empty();
        }
        checkStyle(element, "simple");
        return schema(element)
                .map(ParameterReader::typed)
                .map(schema -> new Header(
                        name,
                        element.flag("required"),
                        new Serialization.Styled(Style.SIMPLE, false, false),
                        node(schema),
                        element.place()));
    }

    static SchemaNode node(Element schema) {
        return new SchemaNode(schema.place(), schema.node());
    }

    private static Optional<Element> schema(Element element) {
        Optional<Element> schema = element.child("schema");
        element.child("content").ifPresent(content -> content.fault("'content' is not supported here"));
        if (schema.isEmpty()) {
            element.fault("'schema' is missing");
        }
        return schema;
    }

    private static void checkStyle(Element element, String only) {
        element.child("style")
                .filter(style -> !style.text().equals(only))
                .ifPresent(style -> style.fault("style '" + style.text() + "' is not supported here"));
        element.child("allowEmptyValue")
                .filter(flag -> flag.node().asBoolean())
                .ifPresent(flag -> flag.fault("'allowEmptyValue' is not supported"));
    }

    private static Element typed(Element schema) {
        Element target = schema.resolved().orElse(schema);
        JsonNode type = target.node().path("type");
        if (type.isMissingNode() && WITHOUT_TYPE.stream().anyMatch(target.node()::has)) {
            schema.fault("a parameter or header needs a 'type' of its own; without one it is not supported");
        }
        if (!Set.of("string", "integer", "number", "boolean").contains(type.asText("string"))) {
            schema.fault("parameters and headers of this type are not supported");
        }
        return schema;
    }
}
