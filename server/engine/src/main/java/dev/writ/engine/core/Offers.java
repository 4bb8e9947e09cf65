package dev.writ.engine.core;

import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.ResponseDeclaration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The media types that an operation answers in, and which of them a client gets (RFC 9110, section 12). What counts is the
 * content of success: of 2xx or, where the contract declares none of these, of {@code default} as far as it is no problem.
 * Made at start; thread-safe.
 */
final class Offers {
    private final Operation operation;
    private final IdentityHashMap<ResponseDeclaration, List<MediaType>> declared = new IdentityHashMap<>();
    private final List<MediaType> all;

    Offers(Operation operation) {
        this.operation = operation;
        operation.responses().forEach(response -> declared.put(response, types(response)));
        boolean success = operation.responses().stream().anyMatch(Offers::isSuccess);
        this.all = operation.responses().stream()
                .filter(response ->
                        success ? isSuccess(response) : response.status().equals("default"))
                .flatMap(response -> types(response).stream())
                .filter(type -> !type.subtype().startsWith("problem+"))
                .distinct()
                .toList();
    }

    private static boolean isSuccess(ResponseDeclaration response) {
        return response.status().startsWith("2");
    }

    private static List<MediaType> types(ResponseDeclaration response) {
        return response.content().stream()
                .flatMap(type -> MediaType.parse(type.mediaType()).stream())
                .toList();
    }

    /** True if the operation, when it succeeds, answers without content. */
    boolean isEmpty() {
        return all.isEmpty();
    }

    /** What of it suits the client best: a range if both sides leave it open. */
    Optional<MediaType> choose(Headers request) {
        return request.accept().choose(all);
    }

    /** The same answer; content that has no media type yet gets the one declared for its status that suits the client best. */
    Response typed(Response response, Headers request) {
        if (response.content().isEmpty()
                || response.headers().first("Content-Type").isPresent()) {
            return response;
        }
        List<MediaType> types = operation
                .response(response.status())
                .map(declaration -> declared.getOrDefault(declaration, List.of()))
                .orElse(List.of());
        return request.accept()
                .choose(types)
                .or(() -> types.stream().findFirst())
                .filter(type -> !type.isRange())
                .map(type -> response.withHeader("Content-Type", type.toString()))
                .orElse(response);
    }

    /** The same answer, with {@code Vary} if what the client accepts has had a say in it (RFC 9110, section 12.5.5). */
    Response varied(Response response) {
        boolean chosen = all.size() > 1 || all.stream().anyMatch(MediaType::isRange);
        if (!chosen || response.content().isEmpty()) {
            return response;
        }
        return response.withHeaders(response.headers().varying("Accept"));
    }

    /** For a person. */
    @Override
    public String toString() {
        return all.stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }
}
