package dev.writ.engine.core;

import dev.writ.engine.http.MediaType;
import java.util.Optional;

/**
 * Known after {@link Stage#ACCEPT}: what to answer in. The head has passed.
 *
 * @param responseType empty if the operation answers without content
 */
record Accepted(Admitted admitted, Optional<MediaType> responseType) {
    Matched matched() {
        return admitted.authenticated().matched();
    }

    Stages stages() {
        return matched().stages();
    }
}
