package dev.writ.engine.server;

import dev.writ.engine.http.Headers;
import java.util.Optional;

/**
 * Request line and header section (RFC 9112, sections 3 and 5), each part of which is well-formed.
 *
 * @param path percent-encoded, as sent; {@code *} for the server as a whole
 * @param query as sent, without the question mark
 * @param host host and port; empty where HTTP/1.0 sends none
 * @param persistent whether the client may send another request after this one
 * @param expectsContinue whether the client waits for {@code 100 (Continue)} before it sends the content
 */
record RequestHead(
        String method,
        String path,
        Optional<String> query,
        HttpVersion version,
        Headers headers,
        Optional<String> host,
        Framing framing,
        boolean persistent,
        boolean expectsContinue) {}
