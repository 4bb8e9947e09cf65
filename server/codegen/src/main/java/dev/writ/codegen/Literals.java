package dev.writ.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Java expressions for the values that a contract gives as defaults. */
final class Literals {
    private final Schemas schemas;
    private final Models models;
    private final Enums enums;

    Literals(Schemas schemas, Models models, Enums enums) {
        this.schemas = schemas;
        this.models = models;
        this.enums = enums;
    }

    /** Empty where Java has no short word for the value, as for an object. */
    Optional<String> of(Object value, Schema<?> schema, JavaType type, Imports imports) {
        if (type.list()) {
            return list(
                    value, schemas.resolved(schema).getItems(), type.arguments().get(0), imports);
        }
        if (type.map()) {
            return isEmptyObject(value) ? Optional.of(imports.use(type.name()) + ".of()") : Optional.empty();
        }
        String text = text(value);
        Optional<String> named = schemas.reference(schema).filter(name -> models.kind(name) == Models.Kind.ENUM);
        if (named.isPresent()) {
            return enums.constant(named.get(), text).map(constant -> imports.use(type) + "." + constant);
        }
        return scalar(text, type.boxed().name(), imports);
    }

    private static Optional<String> scalar(String text, String type, Imports imports) {
        return switch (type) {
            case "java.lang.String" -> Optional.of(quoted(text));
            case "java.lang.Integer", "java.lang.Boolean" -> Optional.of(text);
            case "java.lang.Long" -> Optional.of(text + "L");
            case "java.lang.Float" -> Optional.of(text + "f");
            case "java.lang.Double" -> Optional.of(text + "d");
            case "java.math.BigDecimal" -> Optional.of("new " + imports.use(type) + "(" + quoted(text) + ")");
            case "java.time.LocalDate", "java.time.OffsetDateTime" ->
                Optional.of(imports.use(type) + ".parse(" + quoted(text) + ")");
            case "java.util.UUID" -> Optional.of(imports.use(type) + ".fromString(" + quoted(text) + ")");
            case "java.net.URI" -> Optional.of(imports.use(type) + ".create(" + quoted(text) + ")");
            default -> Optional.empty();
        };
    }

    private Optional<String> list(Object value, Schema<?> items, JavaType element, Imports imports) {
        Iterable<?> values = value instanceof JsonNode node
                ? node
                : value instanceof Collection<?> collection ? collection : List.of(value);
        List<String> elements = new ArrayList<>();
        for (Object item : values) {
            Optional<String> literal = of(item, items, element, imports);
            if (literal.isEmpty()) {
                return Optional.empty();
            }
            elements.add(literal.get());
        }
        return Optional.of(imports.use("java.util.List") + ".of(" + String.join(", ", elements) + ")");
    }

    private static boolean isEmptyObject(Object value) {
        return value instanceof JsonNode node ? node.isEmpty() : value instanceof Map<?, ?> map && map.isEmpty();
    }

    private static String text(Object value) {
        if (value instanceof JsonNode node) {
            return node.asText();
        }
        if (value instanceof Date date) {
            return date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        }
        return value instanceof OffsetDateTime time ? time.toString() : String.valueOf(value);
    }

    /** A string as Java source. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? String.format("\\%03o", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
