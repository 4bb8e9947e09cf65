package dev.writ.engine.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The one place that writes error bodies: {@code application/problem+json} (RFC 9457). */
public final class ProblemRenderer {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int MAX_TEXT = 200;

    private ProblemRenderer() {}

    public static Response render(Problem problem) {
        return render(problem, Headers.none());
    }

    /**
     * Writes a problem with more header fields.
     *
     * @param headers those that the status needs besides its content, such as {@code Allow}
     */
    public static Response render(Problem problem, Headers headers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", problem.type());
        json.put("title", problem.title());
        json.put("status", problem.status());
        problem.detail().ifPresent(detail -> json.put("detail", shortened(detail)));
        problem.instance().ifPresent(instance -> json.put("instance", instance));
        if (!problem.violations().isEmpty()) {
            ArrayNode violations = json.putArray("violations");
            problem.violations().forEach(violation -> violations.add(json(violation)));
        }
        return new Response(
                problem.status(),
                headers.with("Content-Type", MEDIA_TYPE)
                        .with("Cache-Control", "no-store")
                        .with("X-Content-Type-Options", "nosniff"),
                content(json));
    }

    /** The same answer; a problem that has no {@code instance} yet gets the request's id, which the log has too. */
    static Response identified(Response response, String requestId) {
        boolean problem = response.status() >= 400
                && response.headers().all("Content-Type").contains(MEDIA_TYPE);
        Optional<JsonNode> json = problem ? response.content().json() : Optional.empty();
        if (json.isEmpty() || !json.get().isObject() || json.get().has("instance")) {
            return response;
        }
        ObjectNode identified = ((ObjectNode) json.get()).deepCopy().put("instance", instance(requestId));
        return response.withContent(content(identified));
    }

    static String instance(String requestId) {
        return "urn:uuid:" + requestId;
    }

    private static Content content(ObjectNode json) {
        return Content.ofJson(json.toString().getBytes(StandardCharsets.UTF_8), json);
    }

    /** What comes from the request is told back, but not at any length. */
    private static String shortened(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 2)) ? MAX_TEXT - 2 : MAX_TEXT - 1;
        return text.substring(0, end) + "…";
    }

    private static ObjectNode json(Violation violation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("in", violation.in());
        violation.name().ifPresent(name -> json.put("name", shortened(name)));
        json.put("pointer", shortened(violation.pointer()));
        json.put("keyword", violation.keyword());
        json.put("message", shortened(violation.message()));
        json.put("schemaLocation", violation.schemaLocation());
        return json;
    }
}
