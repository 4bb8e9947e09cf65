package dev.writ.engine.handler;

import dev.writ.api.FileContent;
import dev.writ.engine.http.ByteSource;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.ContentTag;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.HttpDate;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Response;
import dev.writ.engine.stream.SequentialFormat;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * A file as content, with {@code Last-Modified} and {@code ETag} of its time and size, unless there are others. The tag is
 * weak while the file may have changed again within the same tick of the clock (RFC 9110, section 8.8.1). JSON and
 * sequences of items are read whole, since they are checked.
 */
final class FileAnswer {
    private FileAnswer() {}

    /** The file that a value stands for. */
    static Optional<Path> file(Object value) {
        if (value instanceof Path path) {
            return Optional.of(path);
        }
        if (value instanceof File file) {
            return Optional.of(file.toPath());
        }
        return value instanceof FileContent content ? Optional.of(content.path()) : Optional.empty();
    }

    static Response of(int status, Headers headers, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new NoSuchFileException(file.toString(), null, "not a regular file");
            }
            Instant modified = attributes.lastModifiedTime().toInstant();
            Headers validated = headers.withDefault("Last-Modified", HttpDate.of(modified))
                    .withDefault("ETag", tag(modified, attributes.size()));
            ByteSource source = ByteSource.of(file, attributes.size());
            boolean isChecked = headers.first("Content-Type")
                    .flatMap(MediaType::parse)
                    .filter(type -> type.isJson() || SequentialFormat.of(type).isPresent())
                    .isPresent();
            return isChecked
                    ? new Response(status, validated, Content.of(Files.readAllBytes(file)))
                    : Response.of(status, validated, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(Instant modified, long size) {
        String strong = ContentTag.of((modified + " " + size).getBytes(StandardCharsets.UTF_8));
        return HttpDate.isSettled(modified, Instant.now()) ? strong : "W/" + strong;
    }
}
