package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Item;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.stream.EventText;
import dev.writ.engine.validate.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Events of which the contract describes the data: text if its schema takes that, else JSON. */
record EventData(SchemaChecker checker, JsonReader reader) implements ItemRule {

    @Override
    public JsonNode framed(Item item) {
        JsonNode value = item.value().orElseThrow();
        return item.isBare() ? EventText.ofData(value) : value;
    }

    @Override
    public ItemOutcome check(JsonNode event) {
        JsonNode data = event.path("data");
        if (data.isMissingNode()) {
            return new ItemOutcome(event, List.of());
        }
        ItemOutcome found = data.isTextual() ? text(data) : ItemOutcome.of(checker.check(data), data);
        return found.within(event);
    }

    private ItemOutcome text(JsonNode text) {
        ItemOutcome asText = ItemOutcome.of(checker.check(text), text);
        if (asText.isValid() && !redacts()) {
            return asText;
        }
        Optional<JsonNode> json = json(text);
        if (json.isEmpty()) {
            return asText;
        }
        ItemOutcome asJson = ItemOutcome.of(checker.check(json.get()), json.get());
        boolean textIsAsked = asText.errors().stream()
                .noneMatch(error -> error.pointer().isEmpty() && error.keyword().equals("type"));
        if (asJson.isValid() || !textIsAsked) {
            // Unless something was taken out of it, it stays as it was written.
            return asJson.value().equals(json.get()) ? new ItemOutcome(text, asJson.errors()) : asJson;
        }
        return asText.isValid() ? new ItemOutcome(redacted(text), asText.errors()) : asText;
    }

    @Override
    public boolean redacts() {
        return checker.redacts();
    }

    @Override
    public JsonNode redact(JsonNode event) {
        JsonNode data = event.path("data");
        return data.isMissingNode() ? event : ItemOutcome.withData(event, redacted(data));
    }

    private JsonNode redacted(JsonNode data) {
        if (!data.isTextual()) {
            return checker.redact(data);
        }
        return json(data)
                .map(json -> {
                    JsonNode visible = checker.redact(json);
                    return visible.equals(json) ? data : visible;
                })
                .orElse(data);
    }

    @Override
    public JsonNode handedOver(JsonNode event) {
        JsonNode data = event.path("data");
        if (!data.isTextual() || checker.check(data).errors().isEmpty()) {
            return data;
        }
        return json(data).orElse(data);
    }

    private Optional<JsonNode> json(JsonNode text) {
        return reader.read(text.textValue().getBytes(StandardCharsets.UTF_8))
                .fold(Optional::of, errors -> Optional.empty());
    }
}
