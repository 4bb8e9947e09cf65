package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Item;
import dev.writ.engine.schema.SchemaChecker;

/** Items that are JSON. */
record PlainItems(SchemaChecker checker) implements ItemRule {

    @Override
    public JsonNode framed(Item item) {
        return item.value().orElseThrow();
    }

    @Override
    public ItemOutcome check(JsonNode value) {
        return ItemOutcome.of(checker.check(value), value);
    }

    @Override
    public boolean redacts() {
        return checker.redacts();
    }

    @Override
    public JsonNode redact(JsonNode value) {
        return checker.redact(value);
    }
}
