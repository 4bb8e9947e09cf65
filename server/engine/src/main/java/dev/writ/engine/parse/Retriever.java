package dev.writ.engine.parse;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Gets the bytes of documents that a contract refers to. */
@FunctionalInterface
public interface Retriever {
    /**
     * The document at an absolute URI without fragment; empty if it is for others to get.
     *
     * @throws IOException if it cannot be had; the message is told where the {@code $ref} stands
     */
    Optional<byte[]> retrieve(URI uri) throws IOException;
}
