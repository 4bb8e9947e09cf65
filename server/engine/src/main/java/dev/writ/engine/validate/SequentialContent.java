package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.stream.SequentialFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * What the contract says of content that is a sequence. By {@code itemSchema} it is plain: that is the schema of an item, of
 * an event as a whole in an event stream (OpenAPI 3.2, section 4.14). A {@code schema} alone is that of the whole, so if it
 * is an array its {@code items} say what an item is; any other is taken for the schema of an item, as documents of 3.0 and
 * 3.1 mean it. Of an event stream it is then the schema of the {@code data}, unless it is an object that has {@code data}
 * and nothing but fields of events.
 *
 * @param schema of an item, or of its data; empty if anything goes
 */
record SequentialContent(SequentialFormat format, Optional<SchemaNode> schema, boolean isOfData) {
    private static final Set<String> FIELDS = Set.of("data", "event", "id", "retry");

    /** Empty if content of the media type is no sequence. */
    static Optional<SequentialContent> of(MediaTypeObject declared, Schemas schemas) {
        return MediaType.parse(declared.mediaType())
                .flatMap(SequentialFormat::of)
                .map(format -> of(format, declared, schemas));
    }

    private static SequentialContent of(SequentialFormat format, MediaTypeObject declared, Schemas schemas) {
        if (declared.itemSchema().isPresent()) {
            return new SequentialContent(format, declared.itemSchema(), false);
        }
        Optional<SchemaNode> item = declared.schema().flatMap(schema -> item(schemas.resolved(schema), schema));
        boolean ofData = format == SequentialFormat.EVENT_STREAM
                && !item.map(schemas::resolved)
                        .filter(SequentialContent::isEvent)
                        .isPresent();
        return new SequentialContent(format, item, ofData);
    }

    /** That of an item; {@code reference} is where the contract refers to {@code schema}. */
    private static Optional<SchemaNode> item(SchemaNode schema, SchemaNode reference) {
        JsonNode type = schema.node().path("type");
        JsonNode items = schema.node().path("items");
        boolean array = type.asText().equals("array")
                || (type.size() == 1 && type.get(0).asText().equals("array"))
                || (type.isMissingNode() && !items.isMissingNode());
        if (!array) {
            return Optional.of(reference);
        }
        return items.isMissingNode()
                ? Optional.empty()
                : Optional.of(new SchemaNode(schema.place().child("items"), items));
    }

    private static boolean isEvent(SchemaNode schema) {
        JsonNode properties = schema.node().path("properties");
        if (!properties.has("data")) {
            return false;
        }
        for (Iterator<String> names = properties.fieldNames(); names.hasNext(); ) {
            if (!FIELDS.contains(names.next())) {
                return false;
            }
        }
        return true;
    }
}
