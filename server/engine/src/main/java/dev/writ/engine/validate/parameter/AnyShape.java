package dev.writ.engine.validate.parameter;

import java.util.EnumSet;
import java.util.Set;

/** Of a schema that says nothing. */
enum AnyShape implements SchemaShape {
    INSTANCE;

    @Override
    public Set<JsonType> types() {
        return EnumSet.allOf(JsonType.class);
    }

    @Override
    public Set<JsonType> hints() {
        return EnumSet.noneOf(JsonType.class);
    }

    @Override
    public SchemaShape property(String name) {
        return this;
    }

    @Override
    public SchemaShape item(int index) {
        return this;
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
