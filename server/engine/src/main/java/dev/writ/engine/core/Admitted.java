package dev.writ.engine.core;

import dev.writ.engine.http.MediaType;
import java.util.Optional;

/** Known after {@link Stage#CONTENT_TYPE}: how to read the body; empty if there is none to be taken. */
record Admitted(Authenticated authenticated, Optional<MediaType> contentType) {
    Matched matched() {
        return authenticated.matched();
    }
}
