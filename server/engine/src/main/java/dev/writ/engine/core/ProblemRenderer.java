package dev.writ.engine.core;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.Violation;
import java.nio.charset.StandardCharsets;

/** The one place that writes error bodies: {@code application/problem+json} (RFC 9457). */
public final class ProblemRenderer {
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
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        return new Response(
                problem.status(),
                headers.with("Content-Type", "application/problem+json")
                        .with("Cache-Control", "no-store")
                        .with("X-Content-Type-Options", "nosniff"),
                Content.ofJson(bytes, json));
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
