package dev.writ.engine.server;

import dev.writ.engine.http.Remembered;
import java.net.URI;
import java.util.Optional;

/** Scheme and authority of requests (RFC 9110, section 7.1), made once for those that come again. Thread-safe. */
final class BaseUris {
    private final Remembered<URI> plain = new Remembered<>(authority -> URI.create("http://" + authority + "/"));
    private final Remembered<URI> secure = new Remembered<>(authority -> URI.create("https://" + authority + "/"));

    /** The server's own address stands in for a host that is missing. */
    URI of(Optional<String> host, Channel channel) {
        return (channel.isSecure() ? secure : plain).of(host.orElseGet(() -> "localhost:" + channel.localPort()));
    }
}
