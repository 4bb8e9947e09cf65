package dev.writ.engine.parse;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.EventSchema;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.SequenceSchema;
import dev.writ.engine.stream.SequentialFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is ambiguous, or not checked, about content that is a sequence of items, since nobody ever has all of them. */
final class SequenceRules {
    private final Schemas schemas;
    private final Report report;

    private SequenceRules(Schemas schemas, Report report) {
        this.schemas = schemas;
        this.report = report;
    }

    static void check(List<Operation> operations, Schemas schemas, Report report) {
        SequenceRules rules = new SequenceRules(schemas, report);
        operations.stream()
                .flatMap(operation -> Stream.concat(
                        operation.requestBody().stream().flatMap(body -> body.content().stream()),
                        operation.responses().stream().flatMap(response -> response.content().stream())))
                .filter(declared -> isSequence(declared.mediaType()))
                .forEach(rules::check);
    }

    static boolean isSequence(String mediaType) {
        return MediaType.parse(mediaType).flatMap(SequentialFormat::of).isPresent();
    }

    private void check(MediaTypeObject declared) {
        MediaType.parse(declared.mediaType())
                .flatMap(SequentialFormat::of)
                .filter(SequentialFormat.EVENT_STREAM::equals)
                .flatMap(format -> event(declared))
                .ifPresent(event -> EventSchema.of(event, schemas).unenforced().forEach(this::isAnnotation));
        declared.schema().ifPresent(schema -> {
            if (declared.itemSchema().isPresent()) {
                report.warn(
                        schema.place(),
                        "items are checked by 'itemSchema' alone: all of them together are never there");
                return;
            }
            SequenceSchema sequence = SequenceSchema.of(schema, schemas);
            sequence.ofTheWhole().forEach(this::isNotChecked);
            if (sequence.isAmbiguous()) {
                report.warn(
                        schema.place(),
                        "this may be the schema of an item or of all of them: it is taken for that of an item");
            }
        });
    }

    private Optional<SchemaNode> event(MediaTypeObject declared) {
        return declared.itemSchema()
                .or(() -> declared.schema()
                        .flatMap(schema -> SequenceSchema.of(schema, schemas).item())
                        .filter(item -> EventSchema.isOfWhole(item, schemas)));
    }

    private void isAnnotation(Place contentSchema) {
        report.warn(
                contentSchema,
                "'contentSchema' is not enforced here: only of data that is JSON and not encoded, and not behind 'oneOf',"
                        + " 'anyOf', 'then' and the like");
    }

    private void isNotChecked(Place keyword) {
        String pointer = keyword.pointer();
        String name = Pointers.name(pointer.substring(pointer.lastIndexOf('/') + 1));
        report.warn(
                keyword,
                "'" + name + "' says something of all items together, which are never there: it is not checked");
    }
}
