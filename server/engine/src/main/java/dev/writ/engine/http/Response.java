package dev.writ.engine.http;

/** A response (RFC 9110, section 3.4), complete in memory, free of any container. */
public record Response(int status, Headers headers, Content content) {

    public static Response of(int status) {
        return new Response(status, Headers.none(), Content.empty());
    }

    public static Response of(int status, String contentType, byte[] bytes) {
        return new Response(status, Headers.of("Content-Type", contentType), Content.of(bytes));
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
