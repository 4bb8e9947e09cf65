package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.validate.ReceivedItems;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
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
    private Phase phase;
    private Stage stage = Stage.MATCH;
    private Optional<Accepted> accepted = Optional.empty();
    private Optional<Ready> ready = Optional.empty();
    private Optional<ReceivedItems> items = Optional.empty();
    private volatile Optional<CompletableFuture<Response>> handled = Optional.empty();
    private volatile Optional<Response> response = Optional.empty();
    private final PiecesEnd pieces = new PiecesEnd();

    private enum Phase {
        LIMITS,
        HEAD,
        CONTENT,
        CHECK,
        HANDLE,
        HANDLED
    }

    Passage(MatchStage match, Request request) {
        this.match = match;
        this.request = request;
        this.record = new AccessRecord(request);
        this.matched = match();
        this.phase = found().filter(known -> known.stages().head().limitsAddresses(known))
                        .isPresent()
                ? Phase.LIMITS
                : Phase.HEAD;
    }

    private Judgement<Matched> match() {
        try {
            return match.match(request);
        } catch (RuntimeException e) {
            return Judgement.refuse(Failures.unexpected(request, Stage.MATCH, e));
        }
    }

    @Override
    public Next next() {
        if (response.isPresent()) {
            return Next.SEND;
        }
        return switch (phase) {
            case LIMITS -> Next.RUN;
            case HEAD -> runs(found().map(known -> known.stages().head().mayWait(known)));
            case CONTENT -> Next.RECEIVE;
            case CHECK -> runs(accepted.map(known -> known.stages().call().mayWait(known)));
            case HANDLE -> runs(found().map(known -> known.route().mayWait()));
            case HANDLED -> handled.orElseThrow().isDone() ? Next.RUN : Next.LATER;
        };
    }

    private static Next runs(Optional<Boolean> mayWait) {
        return mayWait.orElse(false) ? Next.WAIT : Next.RUN;
    }

    @Override
    public Intake intake() {
        return accepted.flatMap(known -> known.stages().call().intake(known)).orElseThrow();
    }

    @Override
    public Response response() {
        return response.orElseThrow();
    }

    @Override
    public void proceed() {
        MDC.put(REQUEST_ID, request.id());
        try {
            switch (phase) {
                case LIMITS -> settle(this::judgeAddress, within -> phase = Phase.HEAD);
                case HEAD -> settle(this::judgeHead, this::headIsGood);
                case CONTENT -> phase = Phase.CHECK;
                case CHECK -> settle(this::checkRequest, this::requestIsGood);
                case HANDLE -> handle(ready.orElseThrow().matched().route());
                case HANDLED -> settle(() -> handled(ready.orElseThrow()), this::finish);
            }
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    private void handle(Route route) {
        if (route.mayWait()) {
            carryOut();
        } else {
            Watchdog.watch(route.operation(), this::carryOut);
        }
    }

    private void carryOut() {
        settle(() -> begun(ready.orElseThrow()), this::operationHasBegun);
        if (handled.filter(CompletableFuture::isDone).isPresent()) {
            settle(() -> handled(ready.orElseThrow()), this::finish);
        }
    }

    @Override
    public void whenReady(Runnable task) {
        CompletionStage<Response> late = handled.orElseThrow();
        late.whenComplete((answer, failure) -> task.run());
    }

    private <T> void settle(Supplier<Judgement<T>> step, Consumer<T> passed) {
        Judgement<T> judgement;
        try {
            judgement = step.get()
                    .<Judgement<T>>fold(
                            Judgement::pass,
                            answer -> selected(answer).fold(Judgement::answer, Judgement::answer, Judgement::refuse),
                            Judgement::refuse);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            judgement = Judgement.refuse(Failures.unexpected(request, stage, e));
        }
        judgement
                .<Runnable>fold(
                        value -> () -> passed.accept(value),
                        answer -> () -> finish(answer),
                        problem -> () -> finish(rendered(problem)))
                .run();
    }

    private void headIsGood(Accepted known) {
        accepted = Optional.of(known);
        phase = known.stages().call().intake(known).isPresent() ? Phase.CONTENT : Phase.CHECK;
    }

    private void requestIsGood(Ready known) {
        ready = Optional.of(known);
        phase = Phase.HANDLE;
    }

    private void operationHasBegun(CompletionStage<Response> stage) {
        handled = Optional.of(stage.toCompletableFuture());
        phase = Phase.HANDLED;
    }

    @Override
    public Response refuse(Problem problem) {
        Optional<Response> unsent = response;
        Response answer = replacedBy(problem);
        unsent.ifPresentOrElse(other -> other.content().discard(), this::discardWhatIsHandled);
        return answer;
    }

    /** Of an operation that nobody waits for any more. */
    private void discardWhatIsHandled() {
        handled.<CompletionStage<Response>>map(late -> late)
                .ifPresent(late -> late.thenAccept(answer -> answer.content().discard()));
    }

    private Response replacedBy(Problem problem) {
        pieces.replaced();
        MDC.put(REQUEST_ID, request.id());
        try {
            finish(rendered(problem));
        } finally {
            MDC.remove(REQUEST_ID);
        }
        return response();
    }

    @Override
    public void begun() {
        pieces.begun();
    }

    @Override
    public Response instead(Throwable cause) {
        return replacedBy(cause instanceof Exception thrown ? problem(thrown) : unexpected(cause));
    }

    @Override
    public void brokenOff() {
        begun();
    }

    private Problem unexpected(Throwable cause) {
        return Failures.unexpected(request, Stage.HANDLE, cause);
    }

    /** Whether there is an operation for it. */
    boolean isMatched() {
        return found().isPresent();
    }

    /** As far as {@link Stage#CHECK_REQUEST}, for a request that somebody else handles. */
    Judged judge() {
        while (phase != Phase.HANDLE && response.isEmpty()) {
            proceed();
        }
        return ready.filter(known -> response.isEmpty())
                .<Judged>map(known -> new Judged.Allowed(known, record))
                .orElseGet(() -> new Judged.Answered(response()));
    }

    /** The answer where somebody else has failed to handle the request. */
    Response fail(Exception thrown) {
        return refuse(found().map(known -> known.stages().call().problem(request, thrown))
                .orElseGet(() -> unexpected(thrown)));
    }

    /** What the client is told of an answer that failed. */
    private Problem problem(Exception thrown) {
        if (thrown instanceof BrokenOffException known) {
            return known.problem();
        }
        return ready.map(known -> known.matched().stages().call().problem(known, thrown))
                .orElseGet(() -> unexpected(thrown));
    }

    private void finish(Response found) {
        ready.ifPresent(known -> known.arguments().close());
        Response answer = PublicPaths.of(request, Finisher.finish(request, found, coding()));
        if (answer.content().pieces().isPresent()) {
            response = Optional.of(answer.withContent(answer.content()
                    .withPieces(new ToldPieces(
                            answer.content().pieces().get(),
                            (bytes, failure) -> ended(answer.status(), bytes, failure)))));
            return;
        }
        items.ifPresent(ReceivedItems::end);
        record.tell(found(), answer.status(), answer.content().bytes().length);
        response = Optional.of(answer);
    }

    /** That of the operation; what has none is a document, or refused. */
    private AnswerCoding coding() {
        return found().map(known -> known.stages().coding()).orElseGet(match::coding);
    }

    private void ended(int status, long bytes, Optional<Throwable> cause) {
        pieces.ended(() -> told(status, bytes, cause), () -> items.ifPresent(ReceivedItems::end));
    }

    private void told(int status, long bytes, Optional<Throwable> cause) {
        MDC.put(REQUEST_ID, request.id());
        try {
            items.ifPresent(ReceivedItems::end);
            cause.ifPresent(thrown -> Failures.brokenOff(request, thrown));
            record.tell(found(), status, bytes);
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    /** Of what may be sent: the client may want none of it, or a part. */
    private Judgement<Response> selected(Response found) {
        Preconditions conditions = new Preconditions(request, Finisher.validated(request, found), coding());
        if (conditions.failed()) {
            found.content().discard();
            return Judgement.refuse(Problem.of(ProblemType.PRECONDITION_FAILED, "What is there is another version."));
        }
        return found().map(known -> known.route().partial().select(conditions))
                .orElseGet(() -> Judgement.pass(conditions.whole()));
    }

    private Judgement<Matched> judgeAddress() {
        return matched.then(found -> Judgement.pass(found)
                .then(at(Stage.ADDRESS_LIMITS, found.stages().head()::addressLimits)));
    }

    private Judgement<Accepted> judgeHead() {
        return matched.then(this::judgeHead);
    }

    private Judgement<Accepted> judgeHead(Matched found) {
        HeadStages head = found.stages().head();
        return matched.then(at(Stage.LENGTH, head::length))
                .then(at(Stage.AUTHENTICATE, head::authenticate))
                .then(this::authenticated)
                .then(at(Stage.PRINCIPAL_LIMITS, head::principalLimits))
                .then(at(Stage.CONTENT_TYPE, head::contentType))
                .then(at(Stage.ACCEPT, head::accept));
    }

    private Judgement<Ready> checkRequest() {
        Accepted known = accepted.orElseThrow();
        return Judgement.pass(known).then(at(Stage.CHECK_REQUEST, known.stages().call()::checkRequest));
    }

    private Judgement<CompletionStage<Response>> begun(Ready good) {
        items = good.arguments().items();
        return Judgement.pass(good)
                .then(at(Stage.HANDLE, good.matched().stages().call()::begin));
    }

    private Judgement<Response> handled(Ready good) {
        Stages stages = good.matched().stages();
        return stages.call()
                .handled(good, handled.orElseThrow())
                .then(at(
                        Stage.CHECK_RESPONSE,
                        answered -> noted(stages.response().check(answered, record::alsoFound))))
                .then(checked -> selected(checked).fold(Judgement::pass, Judgement::pass, Judgement::refuse));
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
