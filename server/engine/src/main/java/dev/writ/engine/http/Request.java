package dev.writ.engine.http;

import java.net.URI;
import java.util.Optional;

/**
 * A request (RFC 9110, section 3.4), free of any container.
 *
 * @param id a UUID that no other request has: in the log, and in the {@code instance} of a problem
 * @param client the IP address that sent it
 * @param base scheme and authority under which the client reached the server, with the path {@code /}; before that, what
 *     proxies have cut off the path
 * @param path as it came, percent-encoded
 * @param query as sent, without the question mark
 */
public record Request(
        String id,
        String client,
        String method,
        URI base,
        String path,
        Optional<String> query,
        Headers headers,
        BodySource body) {

    public Request withMethod(String other) {
        return new Request(id, client, other, base, path, query, headers, body);
    }

    public Request withHeaders(Headers other) {
        return new Request(id, client, method, base, path, query, other, body);
    }

    public Request withBody(BodySource other) {
        return new Request(id, client, method, base, path, query, headers, other);
    }

    /** The same as another client has sent it, or under another address of the server. */
    public Request from(String otherClient, URI otherBase) {
        return new Request(id, otherClient, method, otherBase, path, query, headers, body);
    }

    /** What the client has before {@link #path}: {@code /shop}, or nothing. */
    public String prefix() {
        String path = base.getRawPath();
        return path.substring(0, Math.max(0, path.length() - 1));
    }

    /** Path and query, as sent. */
    public String target() {
        return query.map(text -> path + "?" + text).orElse(path);
    }
}
