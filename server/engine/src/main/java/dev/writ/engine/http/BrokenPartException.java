package dev.writ.engine.http;

import java.io.IOException;

/** A multipart body ends within a part. */
public final class BrokenPartException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenPartException() {
        super("the body ends without its closing boundary");
    }
}
