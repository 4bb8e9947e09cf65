package dev.writ.engine.validate.form;

import dev.writ.api.FilePart;
import dev.writ.engine.http.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A part that was received, in a spool that somebody else closes. */
record ReceivedFile(Optional<String> fileName, Optional<String> contentType, Spool spool) implements FilePart {
    private static final int MAX_NAME = 255;

    static ReceivedFile of(Optional<String> claimed, Optional<String> contentType, Spool spool) {
        return new ReceivedFile(claimed.flatMap(ReceivedFile::lastSegment), contentType, spool);
    }

    /** Nothing that leads to another place, ends a line, or turns the direction in which it is read. */
    private static Optional<String> lastSegment(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .strip();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return Optional.empty();
        }
        int end = Math.min(MAX_NAME, name.length());
        boolean half = end < name.length() && Character.isHighSurrogate(name.charAt(end - 1));
        return Optional.of(name.substring(0, half ? end - 1 : end));
    }

    @Override
    public long size() {
        return spool.size();
    }

    @Override
    public InputStream open() throws IOException {
        return spool.open();
    }

    @Override
    public void copyTo(Path file) throws IOException {
        try (InputStream octets = open()) {
            Files.copy(octets, file);
        }
    }

    /** What a log may say of it. */
    @Override
    public String toString() {
        return "file of " + size() + " bytes";
    }
}
