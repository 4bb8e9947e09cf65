package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Charsets;
import dev.writ.engine.http.Item;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Place;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.EventSchema;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.stream.EventText;
import dev.writ.engine.stream.SequentialFormat;
import dev.writ.engine.validate.json.JsonLimits;
import dev.writ.engine.validate.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Checks the items of content that is a sequence, one by one. Thread-safe. */
public final class ItemChecker {
    private static final Item NONE = new Item(Optional.empty(), Optional.empty(), false);

    private final SequentialFormat format;
    private final ItemRule rule;
    private final Place place;
    private final JsonReader reader;

    private ItemChecker(SequentialFormat format, ItemRule rule, Place place, JsonReader reader) {
        this.format = format;
        this.rule = rule;
        this.place = place;
        this.reader = reader;
    }

    /** Of content in that format. */
    static ItemChecker of(
            SequentialFormat format,
            MediaTypeObject declared,
            SchemaCompiler compiler,
            Schemas schemas,
            Direction direction,
            JsonLimits limits) {
        SequentialContent content = SequentialContent.of(format, declared, schemas);
        JsonReader reader = new JsonReader(limits);
        SchemaChecker checker = content.schema()
                .map(schema -> compiler.compile(schema, direction))
                .orElse(Evaluation.Valid::new);
        return new ItemChecker(
                format, rule(content, checker, compiler, schemas, direction, reader), declared.place(), reader);
    }

    private static ItemRule rule(
            SequentialContent content,
            SchemaChecker checker,
            SchemaCompiler compiler,
            Schemas schemas,
            Direction direction,
            JsonReader reader) {
        if (content.format() != SequentialFormat.EVENT_STREAM) {
            return new PlainItems(checker);
        }
        if (content.isOfData()) {
            return new EventData(checker, reader);
        }
        Optional<SchemaChecker> data = content.schema()
                .flatMap(schema -> EventSchema.of(schema, schemas).content())
                .map(schema -> compiler.compile(schema, direction));
        return new WholeEvents(checker, data, reader);
    }

    SequentialFormat format() {
        return format;
    }

    boolean redacts() {
        return rule.redacts();
    }

    /**
     * Judges one item of an answer.
     *
     * @param index from 0, with which pointers begin
     */
    public CheckedItem check(Item item, long index) {
        if (item.value().isEmpty()) {
            return new CheckedItem(item, List.of());
        }
        ItemOutcome outcome = rule.check(rule.framed(item));
        return outcome.isValid()
                ? new CheckedItem(item.withValue(outcome.value()), List.of())
                : new CheckedItem(redacted(item), violations(outcome.errors(), index));
    }

    /** An item of an answer without what its schema lets nobody see, and else unchecked. */
    public Item redacted(Item item) {
        if (item.value().isEmpty()) {
            return item;
        }
        JsonNode framed = rule.framed(item);
        return item.withValue(rule.redacts() ? rule.redact(framed) : framed);
    }

    /** One item as it was sent: JSON, or the lines of an event. It has no value if these are no event. */
    CheckedItem read(byte[] bytes, long index) {
        if (format != SequentialFormat.EVENT_STREAM) {
            return reader.read(bytes)
                    .<CheckedItem>fold(
                            value -> judged(value, index), errors -> new CheckedItem(NONE, violations(errors, index)));
        }
        Optional<String> lines = Charsets.decode(bytes, StandardCharsets.UTF_8);
        if (lines.isEmpty()) {
            return new CheckedItem(
                    NONE, violations(List.of(new SchemaError("", "encoding", "the text is not UTF-8", "")), index));
        }
        return EventText.read(lines.get())
                .map(event -> judged(event, index))
                .orElseGet(() -> new CheckedItem(NONE, List.of()));
    }

    private CheckedItem judged(JsonNode value, long index) {
        ItemOutcome outcome = rule.check(value);
        return new CheckedItem(Item.of(outcome.value()), violations(outcome.errors(), index));
    }

    /** What an application is handed of an item that was sent. */
    JsonNode handedOver(JsonNode value) {
        return rule.handedOver(value);
    }

    private List<Violation> violations(List<SchemaError> errors, long index) {
        if (errors.isEmpty()) {
            return List.of();
        }
        Violations violations = new Violations();
        BodyViolations.add(
                errors.stream()
                        .map(error -> new SchemaError(
                                "/" + index + error.pointer(),
                                error.keyword(),
                                error.message(),
                                error.schemaLocation()))
                        .toList(),
                place,
                violations);
        return violations.toList();
    }
}
