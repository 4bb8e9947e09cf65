package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.spi.OperationListener;
import dev.writ.engine.spi.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** One request on its way through the stages, and how far it has come. */
final class Passage implements Exchange {
    /** The name under which every line of the log that a request causes has its id. */
    static final String REQUEST_ID = "requestId";

    private final Stages stages;
    private final Request request;
    private final long began = System.nanoTime();
    private final Judgement<Matched> matched;
    private Stage stage = Stage.MATCH;
    private Optional<Principal> principal = Optional.empty();
    private List<Violation> violations = List.of();

    Passage(Stages stages, Request request) {
        this.stages = stages;
        this.request = request;
        this.matched = match();
    }

    private Judgement<Matched> match() {
        try {
            return stages.match().match(request);
        } catch (RuntimeException e) {
            return Judgement.refuse(Failures.unexpected(request, Stage.MATCH, e));
        }
    }

    @Override
    public boolean mayBlock() {
        return matched.fold(known -> known.route().mayBlock(), answer -> false, problem -> false);
    }

    @Override
    public Response answer() {
        return logged(this::judged);
    }

    @Override
    public Response refuse(Problem problem) {
        return logged(() -> rendered(problem));
    }

    private Response logged(Supplier<Response> work) {
        MDC.put(REQUEST_ID, request.id());
        try {
            Response answer = Finisher.finish(request, work.get());
            long nanos = System.nanoTime() - began;
            AccessLog.log(request, answer, operation(), principal, nanos);
            operation()
                    .ifPresent(operation -> stages.listeners()
                            .tell(new OperationListener.Answered(
                                    operation,
                                    answer.status(),
                                    principal.isPresent(),
                                    Duration.ofNanos(nanos),
                                    answer.content().bytes().length,
                                    violations)));
            return answer;
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    private Response judged() {
        try {
            return matched.then(at(Stage.LENGTH, stages.head()::length))
                    .then(at(Stage.AUTHENTICATE, stages.head()::authenticate))
                    .then(at(Stage.CONTENT_TYPE, this::contentType))
                    .then(at(Stage.ACCEPT, stages.head()::accept))
                    .then(at(Stage.CHECK_REQUEST, stages.call()::checkRequest))
                    .then(at(Stage.HANDLE, stages.call()::handle))
                    .then(at(Stage.CHECK_RESPONSE, this::checkResponse))
                    .fold(Function.identity(), Function.identity(), this::rendered);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return rendered(Failures.unexpected(request, stage, e));
        }
    }

    private Judgement<Admitted> contentType(Authenticated authenticated) {
        principal = authenticated.principal();
        return stages.head().contentType(authenticated);
    }

    private Judgement<Response> checkResponse(Handled handled) {
        ResponseCheck.Verdict verdict = stages.response().check(handled);
        violations = verdict.violations();
        return verdict.judgement();
    }

    private <T, R> Function<T, Judgement<R>> at(Stage next, Function<T, Judgement<R>> step) {
        return value -> {
            stage = next;
            return step.apply(value);
        };
    }

    private Response rendered(Problem problem) {
        return stages.errors().answer(problem, request, operation());
    }

    private Optional<Operation> operation() {
        return matched.fold(
                known -> Optional.of(known.route().operation()),
                answer -> Optional.empty(),
                problem -> Optional.empty());
    }
}
