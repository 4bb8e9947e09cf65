package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Serialization;
import dev.writ.engine.model.Style;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code style} and {@code explode}, and warns of what the specification leaves undefined (OpenAPI 3.1, section 4.8.12). */
final class StyleReader {
    /** The default first. */
    private static final Map<In, Set<Style>> STYLES = Map.of(
            In.PATH, EnumSet.of(Style.SIMPLE, Style.LABEL, Style.MATRIX),
            In.QUERY, EnumSet.of(Style.FORM, Style.SPACE_DELIMITED, Style.PIPE_DELIMITED, Style.DEEP_OBJECT),
            In.HEADER, EnumSet.of(Style.SIMPLE),
            In.COOKIE, EnumSet.of(Style.FORM, Style.COOKIE));

    private StyleReader() {}

    static Serialization.Styled styled(Element element, In in) {
        Style style = style(element, in);
        boolean explode = explode(element, style);
        boolean reserved = ParameterReader.allowReserved(element, in, style);
        undefined(element, style, explode)
                .or(() -> nested(element, style, explode))
                .ifPresent(what -> element.warn("style " + style.text() + " is not defined for " + what));
        return new Serialization.Styled(style, explode, reserved);
    }

    /** From 3.2 on it says nothing where the style is deepObject (OpenAPI 3.2, section 4.12.2.2). */
    private static boolean explode(Element element, Style style) {
        return style == Style.DEEP_OBJECT
                ? element.isFrom(Version.V3_2) || element.flag("explode", true)
                : element.flag("explode", style == Style.FORM || style == Style.COOKIE);
    }

    private static Style style(Element element, In in) {
        Style byDefault = in == In.QUERY || in == In.COOKIE ? Style.FORM : Style.SIMPLE;
        Optional<String> text = element.text("style");
        if (text.isEmpty()) {
            return byDefault;
        }
        Optional<Style> style = text.flatMap(Style::of)
                .filter(s -> STYLES.getOrDefault(in, Set.of()).contains(s))
                .filter(s -> s != Style.COOKIE || element.isFrom(Version.V3_2));
        if (style.isEmpty()) {
            element.at("style")
                    .fault("'" + text.get() + "' is no style of a " + in.text() + " parameter"
                            + (text.get().equals("cookie") && in == In.COOKIE ? ": that came with OpenAPI 3.2" : ""));
        }
        return style.orElse(byDefault);
    }

    private static Optional<String> undefined(Element element, Style style, boolean explode) {
        String type = type(element);
        boolean delimited = style == Style.SPACE_DELIMITED || style == Style.PIPE_DELIMITED;
        if (delimited && explode) {
            return Optional.of("'explode: true'");
        }
        if (style == Style.DEEP_OBJECT && !explode) {
            return Optional.of("'explode: false'");
        }
        boolean primitive = !type.isEmpty() && !type.equals("array") && !type.equals("object");
        if ((delimited && primitive) || (style == Style.DEEP_OBJECT && (primitive || type.equals("array")))) {
            return Optional.of("the type " + type);
        }
        return Optional.empty();
    }

    /** What has a structure within its structure; but deepObject may, as we read it, and what is exploded may repeat a name. */
    private static Optional<String> nested(Element element, Style style, boolean explode) {
        Optional<Element> schema = element.child("schema").flatMap(Element::resolved);
        if (style == Style.DEEP_OBJECT || schema.isEmpty()) {
            return Optional.empty();
        }
        boolean repeats = (style == Style.FORM || style == Style.COOKIE) && explode;
        Stream<Element> parts = switch (type(element)) {
            case "array" -> schema.get().child("items").stream();
            case "object" -> schema.get().members("properties").values().stream();
            default -> Stream.empty();
        };
        return parts.map(part -> part.resolved().map(StyleReader::ownType).orElse(""))
                .filter(type -> type.equals("object") || (type.equals("array") && !(repeats && isObject(element))))
                .findFirst()
                .map(type -> "an " + type + " within the " + type(element));
    }

    private static boolean isObject(Element element) {
        return type(element).equals("object");
    }

    /** Empty if it is more than one, or not told at once. */
    private static String type(Element element) {
        return ownType(element.child("schema").flatMap(Element::resolved).orElse(element));
    }

    private static String ownType(Element schema) {
        JsonNode type = schema.node().path("type");
        return type.isTextual() ? type.asText() : "";
    }
}
