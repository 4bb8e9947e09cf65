package dev.writ.engine.core;

import dev.writ.engine.docs.ServedDocuments;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.match.OperationMatcher;
import dev.writ.engine.match.RequestPath;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.problem.Violation;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Stage#MATCH}: the operation or, for a path that the contract does not have, a document of the engine. */
final class MatchStage {
    private static final List<String> DOCUMENT_METHODS = List.of("GET", "HEAD", "OPTIONS");

    private final IdentityHashMap<Operation, Known> known = new IdentityHashMap<>();
    private final OperationMatcher matcher;
    private final ServedDocuments documents;
    private final ErrorAnswers errors;
    private final AnswerCoding coding;

    private record Known(Stages stages, Route route) {}

    /** Throws {@link dev.writ.engine.model.ContractException} if operations cannot be told apart. */
    MatchStage(List<Stages> contracts) {
        contracts.forEach(stages ->
                stages.routes().values().forEach(route -> known.put(route.operation(), new Known(stages, route))));
        this.matcher = new OperationMatcher(contracts.stream()
                .map(stages ->
                        stages.routes().values().stream().map(Route::operation).toList())
                .toList());
        this.documents = new ServedDocuments(
                contracts.stream().map(Stages::contract).toList(),
                contracts.stream()
                        .flatMap(stages -> stages.problemTypes().stream())
                        .toList());
        this.errors = contracts.get(0).errors();
        this.coding = contracts.get(0).documents();
    }

    /** For requests that match no operation: those of the first contract. */
    ErrorAnswers errors() {
        return errors;
    }

    /** For documents: that of the first contract. */
    AnswerCoding coding() {
        return coding;
    }

    /**
     * Judges method and path. {@code OPTIONS *} asks about the server as a whole (RFC 9110, section 9.3.7), of which there is
     * nothing to tell: {@code Allow} is about one resource, so it is not sent.
     */
    Judgement<Matched> match(Request request) {
        if (request.path().equals("*") && request.method().equals("OPTIONS")) {
            return Judgement.answer(Response.of(204));
        }
        Optional<RequestPath> path = RequestPath.parse(request.path());
        if (path.isEmpty()) {
            return Judgement.refuse(Problems.invalid(List.of(new Violation(
                    "path", Optional.empty(), "", "encoding", "the path is not percent-encoded UTF-8", ""))));
        }
        return matcher.match(request.method(), path.get())
                .<Judgement<Matched>>fold(
                        (operation, values) -> Judgement.pass(matched(request, operation, values)),
                        () -> document(request),
                        allowed -> otherMethod(request, allowed));
    }

    /** True if a path, as sent, is one of the contract. */
    boolean declares(String path) {
        return RequestPath.parse(path)
                .map(parsed -> matcher.match("GET", parsed)
                        .<Boolean>fold((operation, values) -> true, () -> false, allowed -> true))
                .orElse(false);
    }

    private Matched matched(Request request, Operation operation, Map<String, String> values) {
        Known served = known.get(operation);
        if (served == null) {
            throw new IllegalStateException("no route for " + operation);
        }
        return new Matched(served.stages.coding().understood(request), served.stages, served.route, values);
    }

    private Judgement<Matched> document(Request request) {
        Optional<Response> document = documents.get(request.path(), request.prefix());
        if (document.isEmpty()) {
            return Judgement.refuse(
                    Problem.of(ProblemType.NOT_FOUND, "The contract has no path " + request.path() + "."));
        }
        boolean read = request.method().equals("GET") || request.method().equals("HEAD");
        return read ? Judgement.answer(document.get()) : otherMethod(request, DOCUMENT_METHODS);
    }

    private static Judgement<Matched> otherMethod(Request request, Collection<String> allowed) {
        String list = String.join(", ", allowed);
        return request.method().equals("OPTIONS")
                ? Judgement.answer(Response.of(204).withHeader("Allow", list))
                : Judgement.refuse(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Allowed: " + list + ".")
                        .withHeader("Allow", list));
    }
}
