package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which schemas have been applied to which nodes, and with what outcome. */
final class Memo {
    /** What a schema said of a node, and what it noted to change. */
    record Outcome(boolean valid, Edits.Edit edit) {}

    private record Key(Schema schema, JsonNode node) {
        @Override
        @SuppressWarnings(
                "ReferenceEquality") // Two equal nodes are two places all the same, and to compare them takes long.
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.schema == schema && key.node == node;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(schema) * 31 + System.identityHashCode(node);
        }
    }

    private final Map<Key, Outcome> outcomes = new HashMap<>();

    /** Null if it is not known. */
    @Nullable
    Outcome get(Schema schema, JsonNode node) {
        return outcomes.get(new Key(schema, node));
    }

    void put(Schema schema, JsonNode node, Outcome outcome) {
        outcomes.put(new Key(schema, node), outcome);
    }
}
