package dev.writ.engine.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** References to resources (RFC 3986, section 5), without their fragments. */
final class Uris {
    private Uris() {}

    /** Empty if {@code reference} is no URI reference, or a relative one where there is nothing to begin at. */
    static Optional<URI> resolve(URI base, String reference) {
        int hash = reference.indexOf('#');
        String text = hash < 0 ? reference : reference.substring(0, hash);
        if (text.isEmpty()) {
            return Optional.of(base);
        }
        try {
            URI uri = new URI(text.replace(" ", "%20"));
            if (uri.isAbsolute()) {
                return Optional.of(uri);
            }
            return base.isOpaque() ? Optional.empty() : Optional.of(base.resolve(uri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
