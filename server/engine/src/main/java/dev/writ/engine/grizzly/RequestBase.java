package dev.writ.engine.grizzly;

import dev.writ.engine.http.Authority;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.glassfish.grizzly.http.server.Request;

/** Scheme and authority of a request (RFC 9110, section 7.1), by {@code Host}. */
final class RequestBase {
    private RequestBase() {}

    /** Empty if {@code Host} is no authority; the server's own address stands in for one that is missing or empty. */
    static Optional<URI> of(Request request) {
        String host = request.getHeader("Host");
        if (host == null || host.isEmpty()) {
            return Optional.of(local(request));
        }
        if (!Authority.isOne(host)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(scheme(request) + "://" + host + "/"));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The server's own address. */
    static URI local(Request request) {
        return URI.create(scheme(request) + "://localhost:" + request.getLocalPort() + "/");
    }

    private static String scheme(Request request) {
        return request.isSecure() ? "https" : "http";
    }
}
