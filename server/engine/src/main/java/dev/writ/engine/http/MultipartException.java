package dev.writ.engine.http;

/** What is said to be {@code multipart} is not; the message is for its sender. */
public final class MultipartException extends Exception {
    private static final long serialVersionUID = 1L;

    public MultipartException(String message) {
        super(message);
    }
}
