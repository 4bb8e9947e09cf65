package dev.writ.engine.http;

/** In which header fields a proxy tells how a request came to it. */
public enum ForwardingFields {
    /** Whichever is there; where both are, neither counts, for one of them may be the client's. */
    EITHER,
    /** {@code Forwarded} (RFC 7239) alone. */
    FORWARDED,
    /** {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port} alone. */
    X_FORWARDED
}
