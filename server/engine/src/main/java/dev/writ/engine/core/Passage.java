package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.validate.ReceivedItems;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** One request on its way through the stages, and how far it has come. */
final class Passage implements Exchange {
    /** The name under which every line of the log that a request causes has its id. */
    static final String REQUEST_ID = "requestId";

    private final MatchStage match;
    private final Request request;
    private final AccessRecord record;
    private final Judgement<Matched> matched;
    private Stage stage = Stage.MATCH;
    private Optional<ReceivedItems> items = Optional.empty();

    Passage(MatchStage match, Request request) {
        this.match = match;
        this.request = request;
        this.record = new AccessRecord(request);
        this.matched = match();
    }

    private Judgement<Matched> match() {
        try {
            return match.match(request);
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

    /** Whether there is an operation for it. */
    boolean isMatched() {
        return found().isPresent();
    }

    /** As far as {@link Stage#CHECK_REQUEST}, for a request that somebody else handles. */
    Judged judge() {
        try {
            return ready().<Judged>fold(
                            ready -> new Judged.Allowed(ready, record),
                            answer -> answered(selected(answer)),
                            problem -> answered(rendered(problem)));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return answered(rendered(Failures.unexpected(request, stage, e)));
        }
    }

    private Judged answered(Response response) {
        return new Judged.Answered(logged(() -> response));
    }

    /** The answer where somebody else has failed to handle the request. */
    Response fail(Exception thrown) {
        return logged(() -> rendered(found().map(known -> known.stages().call().problem(request, thrown))
                .orElseGet(() -> Failures.unexpected(request, Stage.HANDLE, thrown))));
    }

    private Response logged(Supplier<Response> work) {
        MDC.put(REQUEST_ID, request.id());
        try {
            Response answer = PublicPaths.of(request, Finisher.finish(request, work.get(), coding()));
            if (answer.content().pieces().isPresent()) {
                return answer.withContent(answer.content()
                        .withPieces(new ToldPieces(
                                answer.content().pieces().get(),
                                (bytes, failure) -> ended(answer.status(), bytes, failure))));
            }
            items.ifPresent(ReceivedItems::end);
            record.tell(found(), answer.status(), answer.content().bytes().length);
            return answer;
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    /** That of the operation; what has none is a document, or refused. */
    private AnswerCoding coding() {
        return found().map(known -> known.stages().coding()).orElseGet(match::coding);
    }

    /** Of an answer that came in pieces. */
    private void ended(int status, long bytes, Optional<Throwable> failure) {
        MDC.put(REQUEST_ID, request.id());
        try {
            items.ifPresent(ReceivedItems::end);
            failure.ifPresent(cause -> Failures.brokenOff(request, cause));
            record.tell(found(), status, bytes);
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    private Response judged() {
        try {
            return selected(
                    ready().then(this::carriedOut).fold(Function.identity(), Function.identity(), this::rendered));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return rendered(Failures.unexpected(request, stage, e));
        }
    }

    /** Of what may be sent: the client may want none of it, or a part. */
    private Response selected(Response response) {
        Preconditions conditions = new Preconditions(request, Finisher.validated(request, response), coding());
        if (conditions.failed()) {
            response.content().discard();
            return rendered(Problem.of(ProblemType.PRECONDITION_FAILED, "What is there is another version."));
        }
        return found().map(known -> known.route().partial().select(conditions))
                .orElseGet(() -> Judgement.pass(conditions.whole()))
                .fold(Function.identity(), Function.identity(), this::rendered);
    }

    private Judgement<Ready> ready() {
        return matched.then(this::ready);
    }

    private Judgement<Ready> ready(Matched found) {
        HeadStages head = found.stages().head();
        CallStages call = found.stages().call();
        return matched.then(at(Stage.LENGTH, head::length))
                .then(at(Stage.AUTHENTICATE, head::authenticate))
                .then(this::authenticated)
                .then(at(Stage.CONTENT_TYPE, head::contentType))
                .then(at(Stage.ACCEPT, head::accept))
                .then(at(Stage.CHECK_REQUEST, call::checkRequest));
    }

    private Judgement<Response> carriedOut(Ready ready) {
        Stages stages = ready.matched().stages();
        items = ready.arguments().items();
        try {
            return Judgement.pass(ready)
                    .then(at(Stage.HANDLE, stages.call()::handle))
                    .then(at(
                            Stage.CHECK_RESPONSE,
                            handled -> noted(stages.response().check(handled, record::alsoFound))));
        } finally {
            ready.arguments().close();
        }
    }

    private Judgement<Authenticated> authenticated(Authenticated authenticated) {
        record.authenticated(authenticated.principal());
        return Judgement.pass(authenticated);
    }

    private <T, R> Function<T, Judgement<R>> at(Stage next, Function<T, Judgement<R>> step) {
        return value -> {
            stage = next;
            return step.apply(value);
        };
    }

    private Judgement<Response> noted(ResponseCheck.Verdict verdict) {
        record.checked(verdict.violations());
        return verdict.judgement();
    }

    private Response rendered(Problem problem) {
        ErrorAnswers errors = found().map(known -> known.stages().errors()).orElseGet(match::errors);
        return errors.answer(
                problem, request, found().map(known -> known.route().operation()));
    }

    private Optional<Matched> found() {
        return matched.fold(Optional::of, answer -> Optional.empty(), problem -> Optional.empty());
    }
}
