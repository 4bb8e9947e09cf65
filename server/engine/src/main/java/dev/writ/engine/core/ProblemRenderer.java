package dev.writ.engine.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.spi.ErrorRenderer.Rendered;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes problems as {@code application/problem+json} (RFC 9457). */
public final class ProblemRenderer {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int MAX_TEXT = 200;

    private ProblemRenderer() {}

    /** A problem of the transport, or one that a resource answers. */
    public static Response render(Problem problem) {
        return response(problem, content(problem));
    }

    static Rendered content(Problem problem) {
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
        problem.extensions().forEach((name, value) -> json.set(name, json(value)));
        return new Rendered(MEDIA_TYPE, content(json));
    }

    static Response response(Problem problem, Rendered rendered) {
        return new Response(
                problem.status(),
                problem.headers()
                        .with("Content-Type", rendered.contentType())
                        .with("Cache-Control", "no-store")
                        .with("X-Content-Type-Options", "nosniff"),
                rendered.content());
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

    static Problem identified(Problem problem, String requestId) {
        return problem.instance().isPresent() ? problem : problem.withInstance(instance(requestId));
    }

    private static String instance(String requestId) {
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

    /** Of an extension member, which has what JSON has. */
    private static JsonNode json(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> map) {
            ObjectNode json = nodes.objectNode();
            map.forEach((name, member) -> json.set(String.valueOf(name), json(member)));
            return json;
        }
        if (value instanceof List<?> list) {
            ArrayNode json = nodes.arrayNode();
            list.forEach(item -> json.add(json(item)));
            return json;
        }
        if (value instanceof Boolean truth) {
            return nodes.booleanNode(truth);
        }
        return value instanceof Number number
                ? nodes.numberNode(new BigDecimal(number.toString()))
                : nodes.textNode(value.toString());
    }
}
