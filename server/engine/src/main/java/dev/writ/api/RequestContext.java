package dev.writ.api;

import java.security.Principal;
import java.util.Optional;

/**
 * The request that is being answered, for resources: {@code @Inject} it, or take it as {@code @Context}. One object serves
 * all requests, so singletons keep it in a field; it speaks of the request of the thread that asks, while the
 * method of the resource is called.
 *
 * <p>Each method throws {@link IllegalStateException} outside of a request that the contract has.
 */
public interface RequestContext {
    /** As in the contract. */
    String operationId();

    /** The path as the contract has it: {@code /pets/{petId}}. */
    String pathTemplate();

    /** A UUID: in every line of the log that the request causes, and in the {@code instance} of a problem. */
    String requestId();

    /** Who sends the request; empty where the contract asks for nobody. */
    Optional<Principal> principal();
}
