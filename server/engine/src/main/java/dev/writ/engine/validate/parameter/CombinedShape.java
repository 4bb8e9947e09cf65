package dev.writ.engine.validate.parameter;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Of several schemas that must all hold, or of which one must. They may share parts, many times over, so what they come to
 * is found once: what has no depth when this is made, children when they are first asked for.
 */
final class CombinedShape implements SchemaShape {
    /** The child that all names have which no part knows; no property is called so, for it is no text of JSON. */
    private static final String ANY_OTHER = "\uD800";

    private final boolean all;
    private final List<SchemaShape> parts;
    private final Set<JsonType> types;
    private final Set<JsonType> hints = EnumSet.noneOf(JsonType.class);
    private final Set<String> propertyNames = new LinkedHashSet<>();
    private final boolean open;
    private final boolean openBySaying;
    private final int prefix;
    private final Map<String, SchemaShape> properties = new ConcurrentHashMap<>();
    private final Map<Integer, SchemaShape> items = new ConcurrentHashMap<>();

    private CombinedShape(boolean all, List<SchemaShape> parts) {
        this.all = all;
        this.parts = parts;
        this.types = all ? EnumSet.allOf(JsonType.class) : EnumSet.noneOf(JsonType.class);
        for (SchemaShape part : parts) {
            if (all) {
                types.retainAll(part.types());
            } else {
                types.addAll(part.types());
            }
            hints.addAll(part.hints());
            propertyNames.addAll(part.propertyNames());
        }
        this.open = all
                ? parts.stream().allMatch(SchemaShape::open)
                : parts.stream().anyMatch(SchemaShape::open);
        this.openBySaying = parts.stream().anyMatch(SchemaShape::openBySaying);
        this.prefix = parts.stream().mapToInt(SchemaShape::prefix).max().orElse(0);
    }

    /** What all of {@code parts} allow. */
    static SchemaShape allOf(List<SchemaShape> parts) {
        List<SchemaShape> saying = parts.stream()
                .filter(part -> part != AnyShape.INSTANCE)
                .distinct()
                .toList();
        return switch (saying.size()) {
            case 0 -> AnyShape.INSTANCE;
            case 1 -> saying.get(0);
            default -> new CombinedShape(true, saying);
        };
    }

    /** What one of {@code parts} allows. */
    static SchemaShape oneOf(List<SchemaShape> parts) {
        List<SchemaShape> different = parts.stream().distinct().toList();
        return different.size() == 1 ? different.get(0) : new CombinedShape(false, different);
    }

    @Override
    public Set<JsonType> types() {
        return types;
    }

    @Override
    public Set<JsonType> hints() {
        return hints;
    }

    @Override
    public boolean octets() {
        return parts.stream().anyMatch(SchemaShape::octets);
    }

    @Override
    public Optional<String> coding() {
        return parts.stream().flatMap(part -> part.coding().stream()).findFirst();
    }

    @Override
    public boolean untyped() {
        return parts.stream().allMatch(SchemaShape::untyped);
    }

    @Override
    public Set<String> propertyNames() {
        return propertyNames;
    }

    @Override
    public SchemaShape property(String name) {
        return child(
                properties, propertyNames.contains(name) ? name : ANY_OTHER, having(name), part -> part.property(name));
    }

    @Override
    public SchemaShape item(int index) {
        return child(items, Math.min(index, prefix), parts, part -> part.item(index));
    }

    /** The parts that say anything of a property: an alternative that forbids it is not the one. */
    private List<SchemaShape> having(String name) {
        List<SchemaShape> having = parts.stream()
                .filter(part -> all || part.open() || part.propertyNames().contains(name))
                .toList();
        return having.isEmpty() ? parts : having;
    }

    private <K> SchemaShape child(
            Map<K, SchemaShape> known, K key, List<SchemaShape> having, Function<SchemaShape, SchemaShape> child) {
        SchemaShape shape = known.get(key);
        if (shape == null) {
            List<SchemaShape> children = having.stream().map(child).toList();
            shape = all ? allOf(children) : oneOf(children);
            known.put(key, shape);
        }
        return shape;
    }

    @Override
    public int prefix() {
        return prefix;
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public boolean openBySaying() {
        return openBySaying;
    }
}
