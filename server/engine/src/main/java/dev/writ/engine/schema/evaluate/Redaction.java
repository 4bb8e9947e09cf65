package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.schema.Resource;
import dev.writ.engine.schema.pattern.EcmaPattern;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A walk through a value and the schemas that apply to it, in search of what is write-only. It is exact as long as the budget
 * lasts, and then coarse: whatever any alternative hides is hidden. Used by one thread.
 */
final class Redaction {
    /** A member of an object or an item of an array; the root has no parent. */
    private record Spot(@Nullable JsonNode parent, Object token) {
        @Override
        @SuppressWarnings(
                "ReferenceEquality") // Equal nodes are two places all the same, and to compare them takes long.
        public boolean equals(@Nullable Object other) {
            return other instanceof Spot spot && spot.parent == parent && spot.token.equals(token);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(parent) * 31 + token.hashCode();
        }
    }

    private record Visit(Schema schema, Spot spot) {
        @Override
        @SuppressWarnings("ReferenceEquality") // A schema is equal to itself alone.
        public boolean equals(@Nullable Object other) {
            return other instanceof Visit visit && visit.schema == schema && visit.spot.equals(spot);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(schema) * 31 + spot.hashCode();
        }
    }

    private final Run run;
    private final boolean coarse;
    private final Set<Spot> hidden = new HashSet<>();
    private final Set<Visit> visits = new HashSet<>();
    private Spot at = new Spot(null, "");
    private @Nullable Evaluated seen;

    private Redaction(Run run, boolean coarse) {
        this.run = run;
        this.coarse = coarse;
    }

    /** The value without what the schema hides; the value itself if that is nothing. */
    static JsonNode apply(Schema schema, Scope scope, JsonNode value, int maxSteps) {
        try {
            return apply(schema, value, new Redaction(Run.quick(new Budget(value, maxSteps), scope), false));
        } catch (LimitException | StackOverflowError e) {
            Budget enough = new Budget(value, Integer.MAX_VALUE);
            return apply(schema, value, new Redaction(Run.quick(enough, scope), true));
        }
    }

    private static JsonNode apply(Schema schema, JsonNode value, Redaction redaction) {
        schema.redact(value, redaction);
        return redaction.hidden.isEmpty() ? value : redaction.copy(value);
    }

    boolean isCoarse() {
        return coarse;
    }

    Scope scope() {
        return run.scope;
    }

    /** Whether a schema applies to the value; all do in a walk that is coarse. */
    boolean holds(Schema schema, JsonNode value) {
        return coarse || run.quietly(schema, value);
    }

    boolean occurs(EcmaPattern pattern, String name) {
        return PatternKeyword.occurs(pattern, name, run);
    }

    /** Whether a schema that is applied in place has looked at the property. */
    boolean hasSeen(String name) {
        return seen != null && seen.has(name);
    }

    boolean hasSeen(int index) {
        return seen != null && seen.has(index);
    }

    /** Hides what the walk is at. */
    void hide() {
        if (at.parent() != null) {
            hidden.add(at);
        }
    }

    /** Goes to a property of an object. */
    void member(Schema schema, JsonNode object, String name) {
        if (seen != null) {
            seen.add(name);
        }
        deeper(schema, object.get(name), new Spot(object, name));
    }

    /** Goes to an item of an array. */
    void item(Schema schema, JsonNode array, int index) {
        if (seen != null) {
            seen.add(index);
        }
        deeper(schema, array.get(index), new Spot(array, index));
    }

    private void deeper(Schema schema, JsonNode value, Spot spot) {
        Spot outer = at;
        Evaluated outside = seen;
        at = spot;
        seen = null;
        schema.redact(value, this);
        at = outer;
        seen = outside;
    }

    /** Walks through the keywords of a schema, once for each place in the value. */
    void within(ObjectSchema schema, Resource resource, boolean asksWhatIsSeen, Runnable keywords) {
        if (seen == null && !visits.add(new Visit(schema, at))) {
            return;
        }
        run.budget().enter();
        Scope scope = run.scope;
        Evaluated outside = seen;
        if (!coarse && (asksWhatIsSeen || outside != null)) {
            seen = new Evaluated();
        }
        if (!scope.resource().equals(resource)) {
            run.scope = new Scope(resource, scope);
        }
        keywords.run();
        if (outside != null && seen != null) {
            outside.addAll(seen, run.budget());
        }
        seen = outside;
        run.scope = scope;
        run.budget().leave();
    }

    private JsonNode copy(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> {
                if (!hidden.contains(new Spot(value, member.getKey()))) {
                    object.set(member.getKey(), copy(member.getValue()));
                }
            });
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < value.size(); i++) {
                if (!hidden.contains(new Spot(value, i))) {
                    array.add(copy(value.get(i)));
                }
            }
            return array;
        }
        return value;
    }
}
