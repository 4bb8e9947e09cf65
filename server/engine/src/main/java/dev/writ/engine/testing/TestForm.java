package dev.writ.engine.testing;

import dev.writ.engine.http.Content;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A form that is being filled in: {@code multipart/form-data} if it has a file, else URL-encoded. Not thread-safe. */
final class TestForm {
    private static final String BOUNDARY = "a-boundary-of-the-test-client";

    private final List<Part> parts = new ArrayList<>();

    private record Part(String name, Optional<String> fileName, String contentType, Content content) {}

    void field(String name, String value) {
        parts.add(new Part(name, Optional.empty(), "", Content.of(value.getBytes(StandardCharsets.UTF_8))));
    }

    void file(String name, String fileName, String contentType, byte[] content) {
        parts.add(new Part(name, Optional.of(fileName), contentType, Content.of(content.clone())));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    private boolean hasFiles() {
        return parts.stream().anyMatch(part -> part.fileName.isPresent());
    }

    String contentType() {
        return hasFiles() ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded";
    }

    byte[] content() {
        return hasFiles() ? multipart() : urlEncoded().getBytes(StandardCharsets.US_ASCII);
    }

    private String urlEncoded() {
        return parts.stream()
                .map(part ->
                        encoded(part.name) + "=" + encoded(new String(part.content.bytes(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private byte[] multipart() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part part : parts) {
            String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + escaped(part.name) + "\""
                    + part.fileName
                            .map(name -> "; filename=\"" + escaped(name) + "\"\r\nContent-Type: " + part.contentType)
                            .orElse("")
                    + "\r\n\r\n";
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(part.content.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    /** As browsers do (WHATWG HTML, section 4.10.21.8). */
    private static String escaped(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }
}
