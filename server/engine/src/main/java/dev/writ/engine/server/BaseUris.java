package dev.writ.engine.server;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Scheme and authority of requests (RFC 9110, section 7.1), made once for those that come again. Thread-safe. */
final class BaseUris {
    /** Clients choose what Host says: no more are remembered. */
    private static final int MOST = 256;

    private final Map<String, URI> plain = new ConcurrentHashMap<>();
    private final Map<String, URI> secure = new ConcurrentHashMap<>();

    /** The server's own address stands in for a host that is missing. */
    URI of(Optional<String> host, Channel channel) {
        Map<String, URI> known = channel.isSecure() ? secure : plain;
        String authority = host.orElseGet(() -> "localhost:" + channel.localPort());
        URI remembered = known.get(authority);
        if (remembered != null) {
            return remembered;
        }
        URI made = URI.create((channel.isSecure() ? "https://" : "http://") + authority + "/");
        if (known.size() < MOST) {
            known.put(authority, made);
        }
        return made;
    }
}
