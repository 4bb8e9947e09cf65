package dev.writ.engine.model;

import java.net.URI;
import java.util.Optional;

/** The documents of one contract by where they are. Thread-safe. */
@FunctionalInterface
public interface Documents {
    /**
     * The document at an absolute URI without fragment, retrieved if need be; empty if there is none, or if it must not be
     * retrieved.
     */
    Optional<Document> find(URI uri);
}
