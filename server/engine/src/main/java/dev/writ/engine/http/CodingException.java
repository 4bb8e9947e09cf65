package dev.writ.engine.http;

import java.io.IOException;

/** Content is not coded as {@code Content-Encoding} says. The message is for whoever sent it. */
public final class CodingException extends IOException {
    private static final long serialVersionUID = 1L;

    CodingException(String message) {
        super(message);
    }
}
