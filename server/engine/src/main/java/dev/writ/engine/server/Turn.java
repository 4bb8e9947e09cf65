package dev.writ.engine.server;

import dev.writ.engine.core.Exchange;
import dev.writ.engine.core.Intake;
import dev.writ.engine.http.Request;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import java.util.Optional;

/**
 * One request of a connection: its head, what has come of its content, and its exchange. Used by one thread at a time.
 */
final class Turn implements AutoCloseable {
    private final FrontDoor door;
    private final Optional<RequestHead> head;
    private final ContentReader content;
    private final ReceivedContent received;
    private final Runnable advance;
    private Optional<Exchange> exchange = Optional.empty();
    private Optional<Collector> collector = Optional.empty();
    private Optional<ContentPipe> pipe = Optional.empty();
    private volatile Runnable gone = () -> {};
    private Optional<Throwable> failure = Optional.empty();
    private boolean ends;
    private boolean continued;
    private long skipped;
    private volatile boolean abandoned;

    /** {@code advance} is for when there is room for content where there was none. */
    Turn(FrontDoor door, RequestHead head, Runnable advance) {
        this(door, Optional.of(head), head.framing(), advance);
    }

    private Turn(FrontDoor door, Optional<RequestHead> head, Framing framing, Runnable advance) {
        this.door = door;
        this.head = head;
        this.content = ContentReader.of(framing, door.settings().wire());
        this.received = new ReceivedContent(framing.length());
        this.advance = advance;
    }

    /** One whose head is not taken. */
    static Turn refused(FrontDoor door) {
        return new Turn(door, Optional.empty(), Framing.NOTHING, () -> {});
    }

    Request request(Channel channel) {
        RequestHead known = head.orElseThrow();
        return new Request(
                RequestIds.next(),
                channel.clientAddress(),
                known.method(),
                door.baseUris().of(known.host(), channel),
                known.path(),
                known.query(),
                known.headers(),
                received);
    }

    /** Something has failed that nobody foresaw. */
    void failed(Throwable cause) {
        failure = Optional.of(cause);
    }

    Optional<Throwable> failure() {
        return failure;
    }

    /** Whatever the client would like. */
    void endConnection() {
        ends = true;
    }

    void begin(Exchange begun) {
        exchange = Optional.of(begun);
    }

    Exchange exchange() {
        return exchange.orElseThrow();
    }

    /** Takes the steps of the exchange, in a thread that may wait. */
    void work() {
        Exchange known = exchange();
        do {
            known.proceed();
        } while (known.next() == Exchange.Next.WAIT || known.next() == Exchange.Next.RUN);
    }

    boolean isAnswered() {
        return exchange().next() == Exchange.Next.SEND;
    }

    void receive(Intake intake) {
        if (intake.kind() == Intake.Kind.FLOWING) {
            ContentPipe made = new ContentPipe(door.settings().times().flow(), advance);
            pipe = Optional.of(made);
            received.flows(made);
        } else {
            collector = Optional.of(new Collector(
                    intake,
                    received.declaredLength(),
                    door.budget(),
                    door.settings().directory()));
        }
    }

    /** Whether its content is read while it comes. */
    boolean isFlowing() {
        return pipe.isPresent();
    }

    boolean isReceiving() {
        return collector.isPresent() && exchange().next() == Exchange.Next.RECEIVE;
    }

    /** Whether the client waits for somebody to ask for the content. */
    boolean awaitsContinue() {
        return !continued && head.filter(RequestHead::expectsContinue).isPresent() && !content.isComplete();
    }

    void continued() {
        continued = true;
    }

    /** Takes content out of {@code input}; false if there is none. */
    boolean collect(PendingInput input) {
        Collector known = collector.orElseThrow();
        return take(input, known::add, Integer.MAX_VALUE) > 0;
    }

    private int take(PendingInput input, ContentReader.Sink sink, int most) {
        int taken = content.read(input.bytes(), input.from(), input.to(), most, sink);
        input.skip(taken);
        return taken;
    }

    /** How many bytes have been collected. */
    long collected() {
        return collector.map(Collector::total).orElse(0L);
    }

    /** Why no more of the content is taken, if so. */
    Optional<Problem> contentProblem() {
        Collector known = collector.orElseThrow();
        if (known.isTooLarge()) {
            return Optional.of(Problem.of(
                    ProblemType.CONTENT_TOO_LARGE, "The body may have " + known.limit() + " bytes at most."));
        }
        if (known.isOverBudget()) {
            return Optional.of(
                    Problem.of(ProblemType.SERVICE_UNAVAILABLE, "Too much content of other requests is being received.")
                            .withHeader("Retry-After", "1"));
        }
        return content.rejection().map(rejection -> Problem.of(rejection.type(), rejection.detail()));
    }

    /** Whether there is content to be written to disk, by a thread that may wait. */
    boolean hasToFlush() {
        return collector
                .filter(known -> known.isBlockFull() || (content.isComplete() && known.hasRest()))
                .isPresent();
    }

    void flush() {
        collector.orElseThrow().flush();
    }

    boolean isContentComplete() {
        return content.isComplete();
    }

    /** From here on it can be read. */
    void contentIsComplete() {
        collector.orElseThrow().complete(received);
        exchange().proceed();
    }

    /** Moves content to whoever reads it while it comes, as far as there is room. Always false: nothing else follows from it. */
    boolean flow(PendingInput input) {
        pipe.ifPresent(open -> {
            int taken = -1;
            while (taken != 0 && input.size() > 0 && !content.isComplete()) {
                taken = take(input, open::add, open.room());
            }
            content.rejection().ifPresent(rejection -> open.fail(rejection.detail()));
            if (content.isComplete()) {
                open.complete();
            }
        });
        return false;
    }

    /** Drops content, at most so much; false if there is more, or it is malformed. */
    boolean skip(PendingInput input, int most) {
        skipped += take(input, (bytes, from, length) -> {}, Integer.MAX_VALUE);
        return skipped <= most && content.rejection().isEmpty();
    }

    /**
     * Whether the connection ends with the answer: somebody wants it so, or there is content that nobody will read.
     *
     * @param unwanted as many bytes of that are read nevertheless
     */
    boolean endsConnection(int unwanted) {
        if (ends
                || head.filter(RequestHead::persistent).isEmpty()
                || content.rejection().isPresent()) {
            return true;
        }
        return !content.isComplete()
                && (awaitsContinue()
                        || head.get().framing().length().orElse(0) > unwanted
                        || collector.filter(Collector::isTooLarge).isPresent());
    }

    /** Whether the client knows HTTP/1.1. */
    boolean isCurrent() {
        return head.filter(known -> known.version() == HttpVersion.HTTP_1_0).isEmpty();
    }

    boolean isHead() {
        return head.filter(known -> known.method().equals("HEAD")).isPresent();
    }

    /** Nobody will bring any more of the content. */
    void breakOff() {
        abandoned = true;
        pipe.ifPresent(open -> open.fail("the connection was closed"));
    }

    /** Whether its client has gone: what has not begun yet would be for nobody. */
    boolean isAbandoned() {
        return abandoned;
    }

    /** What is to be called when the client has gone while its answer is sent. */
    void onGone(Runnable task) {
        gone = task;
    }

    void clientHasGone() {
        breakOff();
        gone.run();
        close();
    }

    /** Nobody will take the answer. */
    void abandon() {
        exchange.ifPresent(known -> {
            if (known.next() == Exchange.Next.SEND) {
                known.response().content().discard();
            } else {
                known.refuse(Problem.of(ProblemType.BAD_REQUEST, "The connection was closed."));
            }
        });
        close();
    }

    /** Whoever wanted the content has read it. */
    void releaseContent() {
        collector.ifPresent(Collector::close);
    }

    @Override
    public void close() {
        releaseContent();
        pipe.ifPresent(ContentPipe::close);
    }
}
