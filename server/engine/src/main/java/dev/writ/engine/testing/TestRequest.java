package dev.writ.engine.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.writ.engine.core.Application;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A request that is being written. Not thread-safe. */
public final class TestRequest {
    private static final URI BASE = URI.create("http://localhost/");

    private final Application application;
    private final String method;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final TestForm form = new TestForm();
    private String target;
    private byte[] body = {};

    TestRequest(Application application, String method, String target) {
        this.application = application;
        this.method = method;
        this.target = target;
    }

    /** Adds a query parameter, percent-encoded here. */
    public TestRequest query(String name, Object value) {
        target += (target.contains("?") ? "&" : "?") + encoded(name) + "=" + encoded(value.toString());
        return this;
    }

    /** Adds a header field; the same name again makes a second one. */
    public TestRequest header(String name, String value) {
        headers.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
        return this;
    }

    /** Basic credentials (RFC 7617). */
    public TestRequest basic(String username, String password) {
        String pair = username + ":" + password;
        return header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** A value written as JSON, a record or a map. */
    public TestRequest json(Object value) {
        try {
            return body("application/json", Json.mapper().writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass() + " cannot be written as JSON", e);
        }
    }

    /** Text in UTF-8; text that is JSON already, too. */
    public TestRequest body(String contentType, String text) {
        return body(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestRequest body(String contentType, byte[] bytes) {
        headers.put("Content-Type", List.of(contentType));
        body = bytes.clone();
        return this;
    }

    /** Adds a field to a form, which becomes the content; the same name again makes a second one. */
    public TestRequest field(String name, Object value) {
        form.field(name, value.toString());
        return this;
    }

    /** Adds a file to a form, which is {@code multipart/form-data} from here on. */
    public TestRequest file(String name, String fileName, String contentType, byte[] content) {
        form.file(name, fileName, contentType, content);
        return this;
    }

    /** Sends it and waits for the answer. */
    public TestResponse send() {
        if (!form.isEmpty()) {
            body(form.contentType(), form.content());
        }
        int mark = target.indexOf('?');
        Request request = new Request(
                UUID.randomUUID().toString(),
                "127.0.0.1",
                method,
                BASE,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1)),
                Headers.of(headers),
                BodySource.of(body));
        return new TestResponse(application.begin(request).answer());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
