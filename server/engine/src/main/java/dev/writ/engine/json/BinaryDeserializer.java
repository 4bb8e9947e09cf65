package dev.writ.engine.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.writ.api.FilePart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A string of the format {@code binary} as a stream of its octets, in UTF-8; or a file of a form. */
final class BinaryDeserializer extends StdScalarDeserializer<InputStream> {
    private static final long serialVersionUID = 1L;

    BinaryDeserializer() {
        super(InputStream.class);
    }

    @Override
    public InputStream deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
                && parser.getEmbeddedObject() instanceof FilePart file) {
            return file.open();
        }
        return new ByteArrayInputStream(_parseString(parser, context, this).getBytes(StandardCharsets.UTF_8));
    }
}
