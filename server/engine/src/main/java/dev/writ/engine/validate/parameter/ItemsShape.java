package dev.writ.engine.validate.parameter;

import java.util.EnumSet;
import java.util.Set;

/** Of an array of which nothing is said but what each item is. */
record ItemsShape(SchemaShape each) implements SchemaShape {
    @Override
    public Set<JsonType> types() {
        return EnumSet.of(JsonType.ARRAY);
    }

    @Override
    public Set<JsonType> hints() {
        return types();
    }

    @Override
    public SchemaShape property(String name) {
        return AnyShape.INSTANCE;
    }

    @Override
    public SchemaShape item(int index) {
        return each;
    }

    @Override
    public int prefix() {
        return 0;
    }

    @Override
    public Set<String> propertyNames() {
        return Set.of();
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public boolean openBySaying() {
        return false;
    }
}
