package dev.writ.engine.http;

import java.io.IOException;

/** Content goes on beyond the bytes that were allowed. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    public TooLargeException(long limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    /** In bytes. */
    public long limit() {
        return limit;
    }
}
