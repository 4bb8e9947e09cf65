package dev.writ.engine.validate;

import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.EventSchema;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.SequenceSchema;
import dev.writ.engine.stream.SequentialFormat;
import java.util.Optional;

/**
 * What the contract says of content that is a sequence. By {@code itemSchema} it is plain: that is the schema of an item, of
 * an event as a whole in an event stream (OpenAPI 3.2, section 4.14). Of a {@code schema} alone {@link SequenceSchema} tells
 * what it says of an item. Of an event stream it is then the schema of the {@code data}, unless it is an object that has
 * {@code data} and nothing but fields of events.
 *
 * @param schema of an item, or of its data; empty if anything goes
 */
record SequentialContent(SequentialFormat format, Optional<SchemaNode> schema, boolean isOfData) {
    /** Content of that format in a media type, or in one of the range of them. */
    static SequentialContent of(SequentialFormat format, MediaTypeObject declared, Schemas schemas) {
        if (declared.itemSchema().isPresent()) {
            return new SequentialContent(format, declared.itemSchema(), false);
        }
        Optional<SchemaNode> item = declared.schema()
                .flatMap(schema -> SequenceSchema.of(schema, schemas).item());
        boolean ofData = format == SequentialFormat.EVENT_STREAM
                && item.filter(schema -> EventSchema.isOfWhole(schema, schemas)).isEmpty();
        return new SequentialContent(format, item, ofData);
    }
}
