package dev.writ.engine.http;

import java.io.IOException;

/** A response (RFC 9110, section 3.4), complete in memory, free of any container. */
public record Response(int status, Headers headers, Content content) {

    public static Response of(int status) {
        return new Response(status, Headers.none(), Content.empty());
    }

    public static Response of(int status, String contentType, byte[] bytes) {
        return new Response(status, Headers.of("Content-Type", contentType), Content.of(bytes));
    }

    /** The content of {@code source}, with its length where it comes in pieces. */
    public static Response of(int status, Headers headers, ByteSource source) throws IOException {
        Content content = Content.of(source);
        Headers sized = content.pieces().isPresent()
                ? headers.with("Content-Length", Long.toString(source.length()))
                : headers.without("Content-Length");
        return new Response(status, sized, content);
    }

    public Response withHeaders(Headers other) {
        return new Response(status, other, content);
    }

    public Response withHeader(String name, String value) {
        return withHeaders(headers.with(name, value));
    }

    public Response withContent(Content other) {
        return new Response(status, headers, other);
    }
}
