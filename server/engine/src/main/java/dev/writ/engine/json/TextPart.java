package dev.writ.engine.json;

import dev.writ.api.FilePart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Octets that came as a string of JSON, or as a field of a form that can have no files. */
record TextPart(String text) implements FilePart {
    @Override
    public Optional<String> fileName() {
        return Optional.empty();
    }

    @Override
    public Optional<String> contentType() {
        return Optional.empty();
    }

    @Override
    public long size() {
        return octets().length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(octets());
    }

    @Override
    public void copyTo(Path file) throws IOException {
        Files.copy(open(), file);
    }

    private byte[] octets() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
