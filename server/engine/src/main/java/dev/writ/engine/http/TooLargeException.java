package dev.writ.engine.http;

import java.io.IOException;

/** Content goes on beyond the bytes that were allowed. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public TooLargeException(long limit) {
        super("more than " + limit + " bytes");
    }
}
