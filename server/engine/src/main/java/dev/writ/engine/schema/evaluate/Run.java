package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Place;
import dev.writ.engine.schema.SchemaError;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One check of one value: what it may still cost, and what its schemas have to remember. It is either quick, and ends at the
 * first error without a word, or it reports all of them. Used by one thread.
 */
final class Run {
    private static final int MANY = 16;

    private final Budget budget;
    private final @Nullable Trail trail;
    private final @Nullable Memo reported;
    private boolean reporting;
    private @Nullable Edits edits;
    private IdentityHashMap<JsonNode, Schema> parents = new IdentityHashMap<>(0);

    /** Null where schemas of one value have nothing to tell one another. */
    @Nullable
    InPlace inPlace;

    Scope scope;

    private Run(Budget budget, Scope scope, boolean reporting) {
        this.budget = budget;
        this.scope = scope;
        this.reporting = reporting;
        this.trail = reporting ? new Trail() : null;
        this.reported = reporting ? new Memo() : null;
    }

    static Run quick(Budget budget, Scope scope) {
        return new Run(budget, scope, false);
    }

    static Run reporting(Budget budget, Scope scope) {
        return new Run(budget, scope, true);
    }

    boolean reports() {
        return reporting;
    }

    Budget budget() {
        return budget;
    }

    List<SchemaError> errors() {
        return trail == null ? List.of() : trail.errors();
    }

    /** True once there are as many errors as anybody wants. */
    boolean isFull() {
        return trail != null && trail.isFull();
    }

    Edits edits() {
        if (edits == null) {
            edits = new Edits();
        }
        return edits;
    }

    int edited() {
        return edits == null ? 0 : edits.size();
    }

    /** Forgets changes that were noted by a schema that does not hold. */
    void undoTo(int size) {
        if (edits != null && edits.size() > size) {
            edits.undoTo(size);
        }
    }

    void applyEdits() {
        if (edits != null) {
            edits.apply();
        }
    }

    /** Notes an error, if this run reports. Always false: the outcome of whoever calls. */
    boolean fail(Site site, Supplier<String> text) {
        if (reporting && trail != null && !trail.isFull()) {
            trail.add(site.place(), site.keyword(), text.get());
        }
        return false;
    }

    /** As {@link #fail(Site, Supplier)}, of a property that is not there. */
    boolean failProperty(Site site, String name, Supplier<String> text) {
        if (reporting && trail != null && !trail.isFull()) {
            trail.addOfProperty(site.place(), site.keyword(), text.get(), name);
        }
        return false;
    }

    /** As {@link #fail(Site, Supplier)}, of a property that is there. */
    boolean failMember(Site site, String name, Supplier<String> text) {
        if (reporting && trail != null && !trail.isFull()) {
            trail.enter(name);
            trail.add(site.place(), site.keyword(), text.get());
            trail.leave();
        }
        return false;
    }

    /** Of a schema as a whole. */
    boolean fail(Place place, String keyword, UnaryOperator<String> text) {
        if (reporting && trail != null && !trail.isFull()) {
            trail.add(place, keyword, text.apply(keyword));
        }
        return false;
    }

    /** Applies a schema to a property of the value, which has {@code siblings} in all. */
    boolean member(Schema schema, JsonNode value, String name, int siblings) {
        try {
            return isFine(schema, value, siblings) || deeper(schema, value, name);
        } catch (LimitException e) {
            throw e.below(name);
        }
    }

    /** Applies a schema to an item of the value, which has {@code siblings} in all. */
    boolean item(Schema schema, JsonNode value, int index, int siblings) {
        try {
            return isFine(schema, value, siblings)
                    || (reporting ? deeper(schema, value, index) : deeper(schema, value, ""));
        } catch (LimitException e) {
            throw e.below(index);
        }
    }

    /** A report is slow: of many values, most are likely to be right, and need none. */
    private boolean isFine(Schema schema, JsonNode value, int siblings) {
        return reporting && siblings >= MANY && !isFull() && quietlyDeeper(schema, value);
    }

    private boolean deeper(Schema schema, JsonNode value, Object token) {
        InPlace outer = inPlace;
        inPlace = null;
        boolean valid;
        if (reporting && trail != null) {
            trail.enter(token);
            valid = schema.test(value, this);
            trail.leave();
        } else {
            valid = schema.test(value, this);
        }
        inPlace = outer;
        return valid;
    }

    /** Applies a schema to the same value without reporting: an alternative may fail. */
    boolean quietly(Schema schema, JsonNode value) {
        boolean before = reporting;
        reporting = false;
        boolean valid = schema.test(value, this);
        reporting = before;
        return valid;
    }

    /** As {@link #quietly}, for a property or an item. */
    boolean quietlyDeeper(Schema schema, JsonNode value) {
        InPlace outer = inPlace;
        inPlace = null;
        boolean valid = quietly(schema, value);
        inPlace = outer;
        return valid;
    }

    /** What properties and items have been looked at; null where nobody asks. */
    @Nullable
    Evaluated evaluated() {
        return inPlace == null ? null : inPlace.evaluated();
    }

    /** The properties that need not be there whatever is required. */
    Set<String> optional() {
        return inPlace == null ? Set.of() : inPlace.optional();
    }

    /**
     * Applies a schema that others may apply to the same value too. What an error is has been told when it was met first, and
     * an outcome is remembered once a check takes longer than the value explains.
     *
     * @param fixed whether the outcome depends on the value alone, not on the way here
     */
    boolean shared(Schema schema, JsonNode value, boolean fixed) {
        // Beneath a parent the outcome leaves out what the parent says.
        boolean whole = parents.isEmpty() || !parents.containsKey(value);
        Memo memo = fixed && whole && inPlace == null ? memo(value) : null;
        if (memo == null) {
            return schema.test(value, this);
        }
        Memo.Outcome before = memo.get(schema, value);
        if (before != null) {
            edits().again(before.edit());
            return before.valid();
        }
        int noted = edited();
        boolean valid = schema.test(value, this);
        memo.put(schema, value, new Memo.Outcome(valid, edits().grouped(noted)));
        return valid;
    }

    /**
     * Applies a schema that builds on {@code parent}, which is being applied to the same value and so need not be once more.
     */
    boolean beneath(Schema parent, JsonNode value, Schema subtype) {
        IdentityHashMap<JsonNode, Schema> outer = parents;
        parents = new IdentityHashMap<>(outer);
        parents.put(value, parent);
        boolean valid = subtype.test(value, this);
        parents = outer;
        return valid;
    }

    /** Whether a schema is being applied to the value by whoever has chosen one that builds on it. */
    boolean isApplied(Schema schema, JsonNode value) {
        return !parents.isEmpty() && schema.equals(parents.get(value));
    }

    /** An error at a scalar is told wherever it stands: two of them may be one object. */
    private @Nullable Memo memo(JsonNode value) {
        return !reporting ? budget.memo() : value.isContainerNode() ? reported : null;
    }
}
