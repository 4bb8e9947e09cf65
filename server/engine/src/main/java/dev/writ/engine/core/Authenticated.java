package dev.writ.engine.core;

import dev.writ.engine.http.ContentCoding;
import dev.writ.engine.spi.Principal;
import java.util.List;
import java.util.Optional;

/** Known after {@link Stage#AUTHENTICATE}: who sends the request; empty where nobody needs to be known. */
record Authenticated(Matched matched, Optional<Principal> principal) {
    /** The same, of content as it was before {@code codings} were applied. */
    Authenticated decoded(List<ContentCoding> codings) {
        return codings.isEmpty() ? this : new Authenticated(matched.decoded(codings), principal);
    }
}
