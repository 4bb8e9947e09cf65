package dev.writ.engine.anydocument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.writ.engine.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares answers with what must be; collects where they differ. */
final class Verdicts {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_TEXT = 180;

    private final List<String> disagreements = new ArrayList<>();
    private final String repeat;

    /** @param repeat how to run this again */
    Verdicts(String repeat) {
        this.repeat = repeat;
    }

    List<String> disagreements() {
        return disagreements;
    }

    void disagree(String what, Draft draft, Response response) {
        String body = new String(response.content().bytes(), StandardCharsets.UTF_8);
        disagreements.add(what + "\n  request: " + draft + "\n  answer:  " + response.status() + " "
                + Json.shortened(body) + "\n  repeat:  " + repeat);
    }

    /** A problem of that status; true if it is one that can be read, which an answer to HEAD cannot (RFC 9110, section 9.3.2). */
    boolean isProblem(String what, int status, Draft draft, Response response) {
        if (response.status() != status) {
            disagree(what + ": expected " + status, draft, response);
            return false;
        }
        if (draft.method.equals("HEAD")) {
            if (!response.content().isEmpty()) {
                disagree(what + ": content in answer to HEAD", draft, response);
            }
            return false;
        }
        String type = response.headers().first("Content-Type").orElse("none");
        if (!type.startsWith("application/problem+json")
                || json(response).path("status").asInt() != status) {
            disagree(what + ": not a problem of status " + status + ": " + type, draft, response);
            return false;
        }
        return true;
    }

    /** A 400 that tells of a constraint. */
    void refuses(String in, Optional<String> name, Broken broken, Draft draft, Response response) {
        String what = "broken " + in + name.map(n -> " " + n).orElse("") + ": " + broken;
        if (!isProblem(what, 400, draft, response)) {
            return;
        }
        JsonNode violations = json(response).path("violations");
        for (JsonNode violation : violations) {
            boolean place = violation.path("in").asText().equals(in)
                    && name.map(n -> violation.path("name").asText().equalsIgnoreCase(n))
                            .orElse(true);
            if (place && (!broken.certain() || tells(violation, broken))) {
                return;
            }
        }
        disagree(what + ": no violation tells of it: " + violations, draft, response);
    }

    private static boolean tells(JsonNode violation, Broken broken) {
        String pointer = violation.path("pointer").asText();
        boolean shortened = broken.pointer().length() > MAX_TEXT;
        String keyword = violation.path("keyword").asText();
        // What a discriminator of Swagger 2.0 may say is an enumeration to the referee.
        boolean named = keyword.equals("discriminator") && broken.keyword().equals("enum");
        return (keyword.equals(broken.keyword()) || named)
                && (shortened
                        || pointer.equals(broken.pointer())
                        || parent(pointer).equals(broken.pointer()));
    }

    /** A missing or additional member may be told of under its own pointer. */
    private static String parent(String pointer) {
        return pointer.isEmpty() ? pointer : pointer.substring(0, pointer.lastIndexOf('/'));
    }

    static JsonNode json(Response response) {
        try {
            return MAPPER.readTree(response.content().bytes());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
