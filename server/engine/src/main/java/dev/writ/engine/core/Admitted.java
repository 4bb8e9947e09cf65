package dev.writ.engine.core;

import dev.writ.engine.http.MediaType;
import java.util.Optional;

/** Known after {@link Stage#CONTENT_TYPE}: how to read the body. With {@link Stage#ACCEPT} the head has passed. */
record Admitted(Authenticated authenticated, Optional<MediaType> contentType) {
    Matched matched() {
        return authenticated.matched();
    }
}
