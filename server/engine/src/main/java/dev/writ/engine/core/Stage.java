package dev.writ.engine.core;

/**
 * The steps of a request, in their order. Each either passes on more than it was given or ends with an answer; the answer
 * then goes through {@link #FINISH}. What is judged by the head alone is judged before the body is read.
 */
public enum Stage {
    /** Method and path to an operation: 404, 405 with {@code Allow}. From here on the operation and its path values are known. */
    MATCH,
    /** Rate limits per address: 429. */
    ADDRESS_LIMITS,
    /** The declared length: 413. */
    LENGTH,
    /** Credentials by {@code security}: 401 with {@code WWW-Authenticate}, 429 for too many attempts. From here on the principal is known. */
    AUTHENTICATE,
    /** Rate limits per principal: 429. */
    PRINCIPAL_LIMITS,
    /** {@code Content-Type}: 415. */
    CONTENT_TYPE,
    /** {@code Accept}: 406. */
    ACCEPT,
    /** The body is read: 413; then parameters and body, all violations in one 400. From here on all arguments are known. */
    CHECK_REQUEST,
    /** The operation's handler: its answer, 500, or 501 where there is none. */
    HANDLE,
    /** Status, headers and content by {@code responses}: as {@link ResponseChecks} says. */
    CHECK_RESPONSE,
    /** Validators and conditions (304), caching, HEAD. Every answer comes through here. */
    FINISH
}
