package dev.writ.engine.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.writ.api.FilePart;
import java.io.IOException;

/** A file of a form, which stands in the tree as it is. */
final class FilePartDeserializer extends StdScalarDeserializer<FilePart> {
    private static final long serialVersionUID = 1L;

    FilePartDeserializer() {
        super(FilePart.class);
    }

    @Override
    public FilePart deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
                        && parser.getEmbeddedObject() instanceof FilePart file
                ? file
                : (FilePart) context.handleUnexpectedToken(FilePart.class, parser);
    }
}
