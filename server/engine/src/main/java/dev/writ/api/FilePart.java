package dev.writ.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A part of a form that is a file, or any other octets (RFC 7578). It is there until the request has been answered, in memory
 * or on disk; what is to stay must be copied until then. Thread-safe.
 */
public interface FilePart {
    /**
     * What the client calls the file: the last segment of whatever path it sent, without control characters. It says nothing
     * about where it may be stored: another client may send the same.
     */
    Optional<String> fileName();

    /** The media type that the client claims, which nobody has compared with the octets. */
    Optional<String> contentType();

    /** In bytes. */
    long size();

    /** From the first octet; may be called several times. */
    InputStream open() throws IOException;

    /**
     * Writes the octets to a new file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one
     */
    void copyTo(Path file) throws IOException;
}
