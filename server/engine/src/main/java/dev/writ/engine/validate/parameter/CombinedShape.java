package dev.writ.engine.validate.parameter;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Of several schemas that must all hold, or of which one must. */
record CombinedShape(
        boolean all, List<SchemaShape> parts, Set<JsonType> types, Set<JsonType> hints, Set<String> propertyNames)
        implements SchemaShape {

    /** What all of {@code parts} allow. */
    static SchemaShape allOf(List<SchemaShape> parts) {
        List<SchemaShape> saying =
                parts.stream().filter(part -> part != AnyShape.INSTANCE).toList();
        return switch (saying.size()) {
            case 0 -> AnyShape.INSTANCE;
            case 1 -> saying.get(0);
            default -> combined(true, saying);
        };
    }

    /** What one of {@code parts} allows. */
    static SchemaShape oneOf(List<SchemaShape> parts) {
        if (parts.stream().allMatch(part -> part == AnyShape.INSTANCE)) {
            return AnyShape.INSTANCE;
        }
        return parts.size() == 1 ? parts.get(0) : combined(false, parts);
    }

    private static SchemaShape combined(boolean all, List<SchemaShape> parts) {
        Set<JsonType> types = all ? EnumSet.allOf(JsonType.class) : EnumSet.noneOf(JsonType.class);
        Set<JsonType> hints = EnumSet.noneOf(JsonType.class);
        Set<String> names = new LinkedHashSet<>();
        for (SchemaShape part : parts) {
            if (all) {
                types.retainAll(part.types());
            } else {
                types.addAll(part.types());
            }
            hints.addAll(part.hints());
            names.addAll(part.propertyNames());
        }
        return new CombinedShape(all, parts, types, hints, names);
    }

    private SchemaShape combine(Function<SchemaShape, SchemaShape> child) {
        List<SchemaShape> children = parts.stream().map(child).toList();
        return all ? allOf(children) : oneOf(children);
    }

    @Override
    public SchemaShape property(String name) {
        return combine(part -> part.property(name));
    }

    @Override
    public SchemaShape item(int index) {
        return combine(part -> part.item(index));
    }

    @Override
    public boolean open() {
        return all ? parts.stream().allMatch(SchemaShape::open) : parts.stream().anyMatch(SchemaShape::open);
    }

    @Override
    public boolean openBySaying() {
        return parts.stream().anyMatch(SchemaShape::openBySaying);
    }
}
