package dev.writ.engine.core;

import dev.writ.engine.docs.Documents;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.match.OperationMatcher;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.problem.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Stage#MATCH}: the operation or, for a path that the contract does not have, a document of the engine. */
final class MatchStage {
    private static final List<String> DOCUMENT_METHODS = List.of("GET", "HEAD", "OPTIONS");

    private final Map<String, Route> routes;
    private final OperationMatcher matcher;
    private final Documents documents;

    /** {@code routes} by operationId. */
    MatchStage(Map<String, Route> routes, Documents documents) {
        this.routes = routes;
        this.matcher = new OperationMatcher(
                routes.values().stream().map(Route::operation).toList());
        this.documents = documents;
    }

    Judgement<Matched> match(Request request) {
        if (request.path().equals("*") && request.method().equals("OPTIONS")) {
            return Judgement.answer(Response.of(204));
        }
        Optional<List<String>> segments = OperationMatcher.segments(request.path());
        if (segments.isEmpty()) {
            return Judgement.answer(Problems.invalid(List.of(new Violation(
                    "path", Optional.empty(), "", "encoding", "the path is not percent-encoded UTF-8", ""))));
        }
        return matcher.match(request.method(), segments.get())
                .<Judgement<Matched>>fold(
                        (operation, values) -> Judgement.pass(new Matched(request, route(operation), values)),
                        () -> Judgement.answer(document(request)),
                        allowed -> Judgement.answer(otherMethod(request, allowed)));
    }

    /** True if a path, as sent, is one of the contract. */
    boolean declares(String path) {
        return OperationMatcher.segments(path)
                .map(segments -> matcher.match("GET", segments)
                        .<Boolean>fold((operation, values) -> true, () -> false, allowed -> true))
                .orElse(false);
    }

    Route route(Operation operation) {
        Route route = routes.get(operation.operationId());
        if (route == null) {
            throw new IllegalStateException("no route for " + operation);
        }
        return route;
    }

    private Response document(Request request) {
        Optional<Response> document = documents.get(request.path());
        if (document.isEmpty()) {
            return Problems.answer(ProblemType.NOT_FOUND, "The contract has no path " + request.path() + ".");
        }
        boolean read = request.method().equals("GET") || request.method().equals("HEAD");
        return read ? document.get() : otherMethod(request, DOCUMENT_METHODS);
    }

    private static Response otherMethod(Request request, Collection<String> allowed) {
        String list = String.join(", ", allowed);
        Headers allow = Headers.of("Allow", list);
        return request.method().equals("OPTIONS")
                ? Response.of(204).withHeaders(allow)
                : ProblemRenderer.render(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Allowed: " + list + "."), allow);
    }
}
