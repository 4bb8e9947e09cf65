package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.SchemaNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Of the keywords that stand in a schema itself. Its children are found when somebody asks, so schemas may be recursive. */
final class KeywordShape implements SchemaShape {
    private static final List<String> TYPING =
            List.of("type", "enum", "const", "allOf", "anyOf", "oneOf", "contentEncoding");

    private final SchemaNode schema;
    private final SchemaShapes shapes;
    private final Set<JsonType> types = EnumSet.allOf(JsonType.class);
    private final Set<JsonType> hints = EnumSet.noneOf(JsonType.class);
    private final Set<String> propertyNames = new LinkedHashSet<>();
    private final Map<String, SchemaShape> children = new ConcurrentHashMap<>();

    KeywordShape(SchemaNode schema, SchemaShapes shapes) {
        this.schema = schema;
        this.shapes = shapes;
        JsonNode node = schema.node();
        node.path("properties").fieldNames().forEachRemaining(propertyNames::add);
        if (node.has("type")) {
            types.retainAll(named(node));
        }
        if (node.path("enum").isArray()) {
            types.retainAll(typesOf(node.get("enum")));
        }
        if (node.has("const")) {
            types.retainAll(typesOf(List.of(node.get("const"))));
        }
        if (types.size() < JsonType.values().length) {
            hints.addAll(types);
        } else {
            node.fieldNames().forEachRemaining(name -> JsonType.hintedBy(name).ifPresent(hints::add));
        }
    }

    private static Set<JsonType> named(JsonNode node) {
        JsonNode type = node.get("type");
        Set<JsonType> named = EnumSet.noneOf(JsonType.class);
        (type.isArray() ? type : List.of(type)).forEach(name -> named.addAll(JsonType.named(name.asText())));
        if (node.path("nullable").asBoolean()) {
            named.add(JsonType.NULL);
        }
        return named;
    }

    private static Set<JsonType> typesOf(Iterable<JsonNode> values) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        values.forEach(value -> types.add(JsonType.of(value)));
        if (types.contains(JsonType.NUMBER)) {
            types.add(JsonType.INTEGER);
        }
        return types;
    }

    @Override
    public Set<JsonType> types() {
        return types;
    }

    @Override
    public Set<JsonType> hints() {
        return hints;
    }

    /** {@code format: binary} in OpenAPI 3.0; from 3.1 on, a media type that is not said to be encoded as text. */
    @Override
    public boolean octets() {
        String mediaType = schema.node().path("contentMediaType").asText();
        boolean raw = !mediaType.isEmpty()
                && !schema.node().has("contentEncoding")
                && !MediaType.parse(mediaType).filter(KeywordShape::isText).isPresent();
        return schema.node().path("format").asText().equals("binary") || raw;
    }

    private static boolean isText(MediaType type) {
        return type.type().equals("text") || type.isJson();
    }

    /** {@code format: byte} in OpenAPI 3.0, {@code contentEncoding} from 3.1 on. */
    @Override
    public Optional<String> coding() {
        JsonNode node = schema.node();
        String coding = shapes.dialect() == Dialect.OPENAPI_3_0
                ? node.path("format").asText().equals("byte") ? "base64" : ""
                : node.path("contentEncoding").asText().toLowerCase(Locale.ROOT);
        return Optional.of(coding).filter(name -> !name.isEmpty());
    }

    @Override
    public boolean untyped() {
        return shapes.dialect() != Dialect.OPENAPI_3_0
                && hints.isEmpty()
                && TYPING.stream().noneMatch(schema.node()::has);
    }

    @Override
    public Set<String> propertyNames() {
        return propertyNames;
    }

    @Override
    public SchemaShape property(String name) {
        return propertyNames.contains(name)
                ? child("properties/" + name, () -> shapes.of(schema, "properties", name))
                : child("additional", this::additional);
    }

    /** Of a property that has no schema by its name; which patterns it matches is left to the schema. */
    private SchemaShape additional() {
        List<SchemaShape> possible = new ArrayList<>();
        schema.node()
                .path("patternProperties")
                .fieldNames()
                .forEachRemaining(regex -> possible.add(shapes.of(schema, "patternProperties", regex)));
        additionalKeyword().ifPresent(keyword -> {
            if (!forbids(keyword)) {
                possible.add(shapes.of(schema, keyword));
            }
        });
        if (possible.isEmpty() || additionalKeyword().isEmpty()) {
            possible.add(AnyShape.INSTANCE);
        }
        return CombinedShape.oneOf(possible);
    }

    @Override
    public SchemaShape item(int index) {
        if (schema.node().path("prefixItems").has(index)) {
            return child("prefixItems/" + index, () -> shapes.of(schema, "prefixItems", Integer.toString(index)));
        }
        return schema.node().path("items").isObject()
                ? child("items", () -> shapes.of(schema, "items"))
                : AnyShape.INSTANCE;
    }

    @Override
    public int prefix() {
        return schema.node().path("prefixItems").size();
    }

    private SchemaShape child(String key, Supplier<SchemaShape> made) {
        SchemaShape known = children.get(key);
        if (known == null) {
            known = made.get();
            children.put(key, known);
        }
        return known;
    }

    @Override
    public boolean open() {
        return additionalKeyword().filter(this::forbids).isEmpty()
                || schema.node().has("patternProperties");
    }

    @Override
    public boolean openBySaying() {
        return additionalKeyword().filter(keyword -> !forbids(keyword)).isPresent()
                || schema.node().has("patternProperties");
    }

    private Optional<String> additionalKeyword() {
        return List.of("additionalProperties", "unevaluatedProperties").stream()
                .filter(schema.node()::has)
                .findFirst();
    }

    private boolean forbids(String keyword) {
        JsonNode value = schema.node().path(keyword);
        return value.isBoolean() && !value.booleanValue();
    }
}
