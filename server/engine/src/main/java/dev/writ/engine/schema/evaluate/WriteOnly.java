package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.Subschemas;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** {@code writeOnly}: what no response shows (OpenAPI 3.0.4, section 4.7.24.2; JSON Schema Validation, section 9.4). */
enum WriteOnly implements Keyword {
    INSTANCE;

    private static final String NAME = "writeOnly";

    static Optional<Keyword> of(SchemaSource source) {
        boolean hides = source.compilation().direction() == Direction.RESPONSE && isIn(source.schema());
        return hides ? Optional.of(INSTANCE) : Optional.empty();
    }

    /** Whether a schema, or one that it may lead to, has it. */
    static boolean isReachable(SchemaNode root, Schemas schemas) {
        Set<Place> seen = new HashSet<>();
        Deque<SchemaNode> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            SchemaNode schema = open.remove();
            if (!seen.add(schema.place())) {
                continue;
            }
            // A dynamic reference may lead anywhere.
            if (isIn(schema) || schema.node().has("$dynamicRef")) {
                return true;
            }
            Subschemas.of(schema, open::add);
            JsonNode reference = schema.node().path("$ref");
            if (reference.isTextual()) {
                schemas.reference(schema, reference.textValue()).ifPresent(open::add);
            }
        }
        return false;
    }

    private static boolean isIn(SchemaNode schema) {
        return schema.node().path(NAME).asBoolean();
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        return true;
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        redaction.hide();
    }
}
