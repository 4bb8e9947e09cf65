package dev.writ.api;

import java.security.Principal;
import java.util.Optional;

/**
 * The request that a resource is carrying out; injected once and asked at each request, by the thread that runs the resource
 * method. Thread-safe.
 */
public interface RequestContext {
    /** A UUID that is in every line of the log that the request causes. */
    String requestId();

    String operationId();

    /** The path as the contract has it, such as {@code /pets/{id}}. */
    String pathTemplate();

    /** Who sent the request; empty where nobody needs to be known. */
    Optional<Principal> principal();

    /**
     * What of the media types that the contract declares for success suits the client best, possibly a range such as
     * {@code image/*}; empty if the operation answers without content.
     */
    Optional<String> responseType();
}
