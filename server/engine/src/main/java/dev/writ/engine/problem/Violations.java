package dev.writ.engine.problem;

import java.util.ArrayList;
import java.util.List;

/** Violations in the order in which they are found; what is beyond {@link #MAX} is dropped. Not thread-safe. */
public final class Violations {
    /** As many as one answer tells. */
    public static final int MAX = 100;

    private final List<Violation> all = new ArrayList<>();

    public void add(Violation violation) {
        if (!full()) {
            all.add(violation);
        }
    }

    /** True if looking for more is in vain. */
    public boolean full() {
        return all.size() >= MAX;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<Violation> toList() {
        return List.copyOf(all);
    }
}
