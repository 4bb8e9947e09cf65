package dev.writ.engine.server;

import dev.writ.engine.core.Exchange;
import dev.writ.engine.core.Failures;
import dev.writ.engine.core.Intake;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, and the requests on it, one after another (RFC 9112, section 9.3). Whatever happens to it is dealt with one
 * event at a time, by the thread that brings it, which never waits: what an exchange has to wait for goes to a worker. The
 * next request is not looked at before the answer to the one before has been taken. Thread-safe.
 */
public final class HttpConnection {
    private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);
    private static final byte[] CONTINUE =
            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    /** Content that nobody has asked for is read nevertheless, so that the connection can go on: as many octets. */
    private static final int UNWANTED = 64 * 1024;

    private final FrontDoor door;
    private final Channel channel;
    private final Serial serial = new Serial(this::unforeseen);
    private final InputGate gate;
    private final PendingInput input;
    private final Deadline deadline = new Deadline();

    private State state = State.HEAD;
    private HeadReader reader;
    private Optional<Turn> turn = Optional.empty();

    private enum State {
        /** Waits for a request, or the rest of its head. */
        HEAD,
        /** Knows the head, and takes the steps of the exchange. */
        STEPS,
        /** Receives content, which the exchange needs before it can go on. */
        CONTENT,
        /** A thread that may wait is at it. */
        AWAY,
        /** Whoever carries the operation out will tell when there is an answer. */
        LATER,
        /** An answer is on its way. */
        SENDING,
        /** Skips content that nobody wanted. */
        SKIPPING,
        /** Nothing more is sent; waits for the client to take note. */
        LINGERING,
        CLOSED
    }

    HttpConnection(FrontDoor door, Channel channel) {
        this.door = door;
        this.channel = channel;
        this.gate = new InputGate(channel, door.inputBudget());
        this.input = gate.input();
        this.reader = new HeadReader(door.settings().wire());
        deadline.in(
                door.isStopping()
                        ? door.settings().times().linger()
                        : door.settings().times().idle());
    }

    /** These octets have come; the array is nobody else's from here on. */
    public void received(byte[] octets) {
        boolean full = gate.isFull(octets);
        serial.run(() -> {
            gate.add(octets, full);
            advance();
        });
    }

    /** It has ended, by whomever. */
    public void closed() {
        serial.run(() -> {
            State before = state;
            state = State.CLOSED;
            if (before != State.CLOSED) {
                gate.clear();
                door.left(this);
                turn.ifPresent(current -> clientHasGone(current, before));
            }
        });
    }

    private static void clientHasGone(Turn current, State before) {
        switch (before) {
            case AWAY -> current.breakOff();
            case STEPS, CONTENT, LATER -> current.abandon();
            case HEAD, SENDING, SKIPPING, LINGERING, CLOSED -> current.clientHasGone();
        }
    }

    String client() {
        return channel.clientAddress();
    }

    /** Time has passed. */
    void tick(long now) {
        if (deadline.isOver(now)) {
            serial.run(() -> {
                if (deadline.isOver(System.nanoTime())) {
                    late();
                }
            });
        }
    }

    /** Waits for nothing any more: what has not begun is closed, what has is ended with its answer. */
    void stop() {
        serial.run(() -> {
            if (state == State.HEAD && !reader.hasBegun() && input.size() == 0) {
                closeSoon();
            }
        });
    }

    void breakOff() {
        channel.close();
    }

    private void late() {
        switch (state) {
            case HEAD -> {
                if (reader.hasBegun() || input.size() > 0) {
                    refuse(new Rejection(
                            ProblemType.REQUEST_TIMEOUT, "The head of the request did not arrive in time."));
                } else {
                    closeSoon();
                }
            }
            case CONTENT ->
                refuseInTurn(
                        Problem.of(ProblemType.REQUEST_TIMEOUT, "The content of the request did not arrive in time."));
            case LATER -> refuseInTurn(unavailable("The operation did not answer in time."));
            case SENDING, SKIPPING, LINGERING -> channel.close();
            case STEPS, AWAY, CLOSED -> throw new IllegalStateException("nothing is waited for in " + state);
        }
    }

    private void unforeseen(Throwable cause) {
        if (state != State.CLOSED) {
            state = State.LINGERING;
        }
        channel.close();
        LOG.error("A connection is closed since it came into a state that nobody had thought of", cause);
    }

    private void advance() {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = switch (state) {
                case HEAD -> readHead();
                case STEPS -> step(turn.orElseThrow());
                case CONTENT -> readContent(turn.orElseThrow());
                case AWAY, LATER, SENDING -> turn.orElseThrow().flow(input);
                case SKIPPING -> skip(turn.orElseThrow());
                case LINGERING, CLOSED -> {
                    gate.clear();
                    yield false;
                }
            };
        }
        if (!gate.settle(state == State.HEAD || state == State.CONTENT)) {
            LOG.warn("A connection is closed since too much is sent ahead on all of them");
            gate.clear();
            channel.close();
        }
    }

    private boolean readHead() {
        boolean begun = reader.hasBegun() || input.size() > 0;
        input.skip(reader.read(input.bytes(), input.from(), input.to()));
        if (reader.rejection().isPresent()) {
            refuse(reader.rejection().get());
            return false;
        }
        if (reader.head().isEmpty()) {
            if (begun && !deadline.isOfHead()) {
                deadline.ofHead(door.settings().times().head());
            }
            return false;
        }
        deadline.never();
        turn = Optional.of(new Turn(door, reader.head().get(), () -> serial.run(this::advance)));
        state = State.STEPS;
        return begin(turn.get());
    }

    private boolean begin(Turn current) {
        Request request = current.request(channel);
        try {
            current.begin(door.application().begin(request));
            return true;
        } catch (Throwable e) {
            sendFailure(current, e);
            return false;
        }
    }

    /** Nobody else has an answer: the log has why. */
    private void sendFailure(Turn current, Throwable cause) {
        Request request = current.request(channel);
        current.endConnection();
        send(Failures.unexpected(request.id(), request.method(), request.path(), "transport", cause), current);
    }

    private boolean step(Turn current) {
        Exchange exchange = current.exchange();
        switch (exchange.next()) {
            case RUN -> {
                return proceed(current);
            }
            case WAIT -> {
                return goAway(current, current::work);
            }
            case RECEIVE -> receive(current, exchange.intake());
            case LATER -> {
                return await(current, exchange);
            }
            case SEND -> {
                send(exchange.response(), current);
                return false;
            }
        }
        return true;
    }

    private boolean proceed(Turn current) {
        try {
            current.exchange().proceed();
            return true;
        } catch (Throwable e) {
            sendFailure(current, e);
            return false;
        }
    }

    private boolean goAway(Turn current, Runnable task) {
        if (door.isStopping()) {
            return refuseInTurn(unavailable("The server is stopping."));
        }
        if (!(current.isFlowing()
                ? door.workers().enterFlowing()
                : door.workers().enter())) {
            return refuseInTurn(unavailable("Too many requests are waiting."));
        }
        state = State.AWAY;
        deadline.pause();
        try {
            door.workers().execute(() -> away(current, task), () -> waitedTooLong(current));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            leave(current);
            return refuseInTurn(unavailable("The server is stopping, or has no thread left."));
        }
        return current.flow(input);
    }

    private void leave(Turn current) {
        door.workers().leave();
        if (current.isFlowing()) {
            door.workers().leaveFlowing();
        }
    }

    private boolean await(Turn current, Exchange exchange) {
        state = State.LATER;
        deadline.in(door.settings().times().answer());
        exchange.whenReady(() -> serial.run(() -> goOn(current)));
        return current.flow(input);
    }

    private void goOn(Turn current) {
        if (state == State.LATER && turn.filter(current::equals).isPresent()) {
            deadline.never();
            state = State.STEPS;
            advance();
        }
    }

    /** It has not begun: a client that is still there may come again. */
    private void waitedTooLong(Turn current) {
        serial.run(() -> {
            if (state == State.AWAY) {
                refuseInTurn(unavailable("Too many requests are waiting."));
            }
            comeBack(current);
        });
        leave(current);
    }

    private void away(Turn current, Runnable task) {
        boolean answered = false;
        try {
            if (!current.isAbandoned()) {
                task.run();
            }
            answered = current.isAnswered();
        } catch (Throwable e) {
            current.failed(e);
        }
        if (answered) {
            // A stop waits for who is here: until the answer is with the network, or waits for it.
            serial.run(() -> comeBack(current));
            leave(current);
        } else {
            leave(current);
            serial.run(() -> comeBack(current));
        }
    }

    private void comeBack(Turn current) {
        if (state == State.AWAY && current.failure().isPresent()) {
            sendFailure(current, current.failure().get());
        } else if (state == State.AWAY) {
            state = current.isReceiving() ? State.CONTENT : State.STEPS;
            deadline.resume();
        } else if (state == State.CLOSED) {
            current.abandon();
        }
        advance();
    }

    private static Problem unavailable(String why) {
        return Problem.of(ProblemType.SERVICE_UNAVAILABLE, why).withHeader("Retry-After", "1");
    }

    private void receive(Turn current, Intake intake) {
        current.receive(intake);
        if (current.awaitsContinue() && input.size() == 0) {
            channel.write(ByteBuffer.wrap(CONTINUE), () -> {});
        }
        current.continued();
        if (intake.kind() == Intake.Kind.FLOWING) {
            current.exchange().proceed();
        } else {
            state = State.CONTENT;
            deadline.ofContent(door.settings().times(), intake);
        }
    }

    private boolean readContent(Turn current) {
        if (current.collect(input)) {
            deadline.contentCame(current.collected());
        }
        Optional<Problem> problem = current.contentProblem();
        if (problem.isPresent()) {
            return refuseInTurn(problem.get());
        }
        if (current.hasToFlush()) {
            return goAway(current, current::flush);
        }
        if (!current.isContentComplete()) {
            return false;
        }
        deadline.never();
        current.contentIsComplete();
        state = State.STEPS;
        return true;
    }

    private boolean refuseInTurn(Problem problem) {
        Turn current = turn.orElseThrow();
        send(current.exchange().refuse(problem), current);
        return false;
    }

    /** Before there is a request that anybody could answer. */
    private void refuse(Rejection rejection) {
        Request request = Refused.request(reader.line(), channel, door.baseUris());
        Turn refused = Turn.refused(door);
        turn = Optional.of(refused);
        gate.clear();
        Problem problem = Problem.of(rejection.type(), rejection.detail());
        send(Refused.answer(door.application(), request, problem), refused);
    }

    private void send(Response response, Turn current) {
        // Who is late with content, or sends too much of it, is not waited for.
        boolean last = state == State.CONTENT || current.endsConnection(UNWANTED) || door.isStopping();
        state = State.SENDING;
        current.releaseContent();
        deadline.never();
        if (response.content().pieces().isEmpty()) {
            Outgoing.send(
                    response,
                    current,
                    last,
                    channel,
                    deadline,
                    door.settings().times().write(),
                    () -> serial.run(() -> sent(current, last)));
            return;
        }
        if (door.streams().hasRoom()) {
            stream(response, current, last);
        } else {
            send(current.exchange().refuse(unavailable("Too many answers are being streamed.")), current);
        }
    }

    private void stream(Response response, Turn current, boolean last) {
        // To HTTP/1.0 the end of the connection is the end of content whose length is not known.
        boolean closes = last
                || (!current.isCurrent()
                        && response.headers().first("Content-Length").isEmpty());
        OutgoingPieces pieces = new OutgoingPieces(
                response,
                current,
                closes,
                channel,
                deadline,
                door.settings().times().write(),
                () -> serial.run(() -> sent(current, closes)));
        new StreamedAnswer(
                        pieces,
                        response.content(),
                        current.exchange(),
                        door.streams(),
                        door.settings().times().firstPiece(),
                        other -> serial.run(() -> sendInstead(other, current)))
                .begin();
    }

    private void sendInstead(Response other, Turn current) {
        if (state == State.CLOSED) {
            other.content().discard();
        } else {
            send(other, current);
        }
    }

    private void sent(Turn current, boolean last) {
        current.close();
        if (state == State.CLOSED) {
            return;
        }
        deadline.never();
        if (last) {
            closeSoon();
        } else if (current.isContentComplete()) {
            next();
        } else {
            state = State.SKIPPING;
            deadline.in(door.settings().times().head());
        }
        advance();
    }

    private boolean skip(Turn current) {
        if (!current.skip(input, UNWANTED)) {
            closeSoon();
            return false;
        }
        if (!current.isContentComplete()) {
            return false;
        }
        next();
        return true;
    }

    private void next() {
        turn = Optional.empty();
        reader = new HeadReader(door.settings().wire());
        state = State.HEAD;
        deadline.in(door.settings().times().idle());
        if (door.isStopping() && input.size() == 0) {
            closeSoon();
        }
    }

    /** What was sent last has to reach the client before the connection is gone (RFC 9112, section 9.6). */
    private void closeSoon() {
        state = State.LINGERING;
        gate.clear();
        turn = Optional.empty();
        deadline.in(door.settings().times().linger());
        channel.finish();
    }
}
