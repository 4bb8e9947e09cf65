package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.writ.engine.http.Item;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.stream.EventText;
import dev.writ.engine.validate.json.JsonRead;
import dev.writ.engine.validate.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Events that the contract describes as objects of {@code data}, {@code event}, {@code id} and {@code retry}, where data is
 * text (OpenAPI 3.2, section 4.14.5).
 *
 * @param data of what that text is as JSON, where {@code contentSchema} says so
 */
record WholeEvents(SchemaChecker checker, Optional<SchemaChecker> data, JsonReader reader) implements ItemRule {

    @Override
    public JsonNode framed(Item item) {
        JsonNode value = item.value().orElseThrow();
        return item.isBare() && !value.isObject() ? EventText.ofData(value) : value;
    }

    @Override
    public ItemOutcome check(JsonNode event) {
        ItemOutcome inner = content(event);
        JsonNode described = described(inner.value());
        return ItemOutcome.of(checker.check(described), described).and(inner.errors());
    }

    private ItemOutcome content(JsonNode event) {
        JsonNode value = event.path("data");
        if (data.isEmpty() || value.isMissingNode()) {
            return new ItemOutcome(event, List.of());
        }
        return read(value)
                .<ItemOutcome>fold(
                        json -> {
                            Evaluation found = data.get().check(json);
                            return ItemOutcome.of(found, value).within(event);
                        },
                        errors -> new ItemOutcome(value, errors).within(event));
    }

    /** With data as text. */
    private static JsonNode described(JsonNode event) {
        JsonNode value = event.path("data");
        return value.isMissingNode() || value.isTextual()
                ? event
                : ItemOutcome.withData(event, TextNode.valueOf(EventText.dataText(value)));
    }

    @Override
    public boolean redacts() {
        return checker.redacts() || data.map(SchemaChecker::redacts).orElse(false);
    }

    @Override
    public JsonNode redact(JsonNode event) {
        JsonNode value = event.path("data");
        JsonNode visible = event;
        if (data.map(SchemaChecker::redacts).orElse(false) && !value.isMissingNode()) {
            visible = read(value)
                    .<JsonNode>fold(
                            json -> ItemOutcome.withData(event, data.get().redact(json)), errors -> event);
        }
        return checker.redact(described(visible));
    }

    private JsonRead read(JsonNode value) {
        return value.isTextual()
                ? reader.read(value.textValue().getBytes(StandardCharsets.UTF_8))
                : new JsonRead.Value(value);
    }
}
