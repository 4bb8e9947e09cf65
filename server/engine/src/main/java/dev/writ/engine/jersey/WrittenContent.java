package dev.writ.engine.jersey;

import dev.writ.engine.http.Content;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes content that is bytes already. */
@Provider
@Produces(MediaType.WILDCARD)
final class WrittenContent implements MessageBodyWriter<Content> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Content.class;
    }

    @Override
    public void writeTo(
            Content content,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        // What comes in pieces is sent by the engine, once Jersey has done with it.
        if (content.pieces().isEmpty()) {
            stream.write(content.bytes());
        }
    }
}
