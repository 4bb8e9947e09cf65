package dev.writ.codegen;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.writ.api.FilePart;
import java.io.IOException;

/** Takes files out of a tree as they are, also where Jackson buffers what comes before a discriminator. */
final class FilePartModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    FilePartModule() {
        addDeserializer(FilePart.class, new Reader());
        addSerializer(FilePart.class, new Buffering());
    }

    private static final class Reader extends StdDeserializer<FilePart> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(FilePart.class);
        }

        @Override
        public FilePart deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return (FilePart) parser.getEmbeddedObject();
        }
    }

    private static final class Buffering extends StdSerializer<FilePart> {
        private static final long serialVersionUID = 1L;

        Buffering() {
            super(FilePart.class);
        }

        @Override
        public void serialize(FilePart file, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeEmbeddedObject(file);
        }

        @Override
        public void serializeWithType(
                FilePart file, JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(file, generator, provider);
        }
    }
}
