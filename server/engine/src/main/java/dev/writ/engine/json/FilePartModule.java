package dev.writ.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.writ.api.FilePart;
import java.io.IOException;
import java.io.InputStream;

/** Teaches Jackson what octets are: files of a form stand in the tree as they are, strings of JSON are their UTF-8. */
public final class FilePartModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public FilePartModule() {
        super("writ-files");
        addDeserializer(FilePart.class, new Reader());
        addDeserializer(InputStream.class, new StreamReader());
        addSerializer(FilePart.class, new Writer());
    }

    private static final class Reader extends StdScalarDeserializer<FilePart> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(FilePart.class);
        }

        @Override
        public FilePart deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
                            && parser.getEmbeddedObject() instanceof FilePart file
                    ? file
                    : new TextPart(_parseString(parser, context, this));
        }
    }

    private static final class StreamReader extends StdScalarDeserializer<InputStream> {
        private static final long serialVersionUID = 1L;
        private static final Reader FILES = new Reader();

        StreamReader() {
            super(InputStream.class);
        }

        @Override
        public InputStream deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return FILES.deserialize(parser, context).open();
        }
    }

    /** Into the buffer in which Jackson keeps what it reads before it knows the type. */
    private static final class Writer extends StdSerializer<FilePart> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(FilePart.class);
        }

        @Override
        public void serialize(FilePart file, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeEmbeddedObject(file);
        }
    }
}
