package dev.writ.engine.schema.evaluate;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** The properties and items of one value that a schema has looked at, for {@code unevaluatedProperties} and {@code unevaluatedItems}. */
final class Evaluated {
    private final Set<String> names = new HashSet<>();
    private final BitSet items = new BitSet();

    void add(String name) {
        names.add(name);
    }

    void add(int index) {
        items.set(index);
    }

    /** All items before {@code end}. */
    void addBefore(int end) {
        items.set(0, end);
    }

    void addAll(Evaluated other, Budget budget) {
        budget.charge(2 + other.names.size() * 4);
        names.addAll(other.names);
        items.or(other.items);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    boolean has(int index) {
        return items.get(index);
    }
}
