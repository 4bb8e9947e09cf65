package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.ParameterWriter.Pair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Shows well-formed credentials for one of the alternatives of an operation. */
final class SecurityMaker {
    private final Map<String, Node> schemes;

    SecurityMaker(Map<String, Node> schemes) {
        this.schemes = schemes;
    }

    /** Whether an operation can be called by nobody in particular. */
    static boolean isOpen(Spec.Operation operation) {
        return operation.security().isEmpty() || operation.security().stream().anyMatch(Map::isEmpty);
    }

    void addTo(Draft draft, Random random) throws Unsatisfiable {
        List<Map<String, JsonNode>> possible = new ArrayList<>();
        for (Map<String, JsonNode> alternative : draft.operation.security()) {
            if (tryOut(draft.copy(), alternative)) {
                possible.add(alternative);
            }
        }
        if (possible.isEmpty() && !draft.operation.security().isEmpty()) {
            throw new Unsatisfiable("no credentials for " + draft.operation.security());
        }
        if (!possible.isEmpty()) {
            tryOut(draft, possible.get(random.nextInt(possible.size())));
        }
    }

    private boolean tryOut(Draft draft, Map<String, JsonNode> alternative) {
        for (String name : alternative.keySet()) {
            Node scheme = schemes.get(name);
            if (scheme == null || !show(scheme, draft)) {
                return false;
            }
        }
        return true;
    }

    private static boolean show(Node scheme, Draft draft) {
        return switch (scheme.text("type", "")) {
            case "apiKey" -> key(scheme, draft);
            case "basic" ->
                authorization("basic")
                        .map(value -> draft.headers.putIfAbsent("Authorization", value) == null)
                        .orElse(false);
            case "http" ->
                authorization(scheme.text("scheme", "").toLowerCase(Locale.ROOT))
                        .map(value -> draft.headers.putIfAbsent("Authorization", value) == null)
                        .orElse(false);
            case "oauth2", "openIdConnect" ->
                draft.headers.putIfAbsent("Authorization", "Bearer mF_9.B5f-4.1JqM") == null;
            default -> false;
        };
    }

    private static Optional<String> authorization(String scheme) {
        return switch (scheme) {
            case "basic" ->
                Optional.of(
                        "Basic " + Base64.getEncoder().encodeToString("ann:secret".getBytes(StandardCharsets.UTF_8)));
            case "bearer" -> Optional.of("Bearer mF_9.B5f-4.1JqM");
            default -> Optional.empty();
        };
    }

    private static boolean key(Node scheme, Draft draft) {
        String name = scheme.text("name", "");
        return switch (scheme.text("in", "")) {
            case "header" -> draft.headers.putIfAbsent(name, "key-123") == null;
            case "query" ->
                draft.query.stream().noneMatch(pair -> pair.name().equals(name))
                        && draft.query.add(new Pair(ParameterWriter.encode(name), "key-123"));
            case "cookie" ->
                draft.cookies.stream().noneMatch(pair -> pair.name().equals(name))
                        && draft.cookies.add(new Pair(name, "key-123"));
            default -> false;
        };
    }
}
