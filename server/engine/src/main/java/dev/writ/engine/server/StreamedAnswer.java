package dev.writ.engine.server;

import dev.writ.engine.core.Exchange;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Heartbeat;
import dev.writ.engine.http.Response;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One answer that is sent piece by piece. A piece is asked for when the one before has left for the network, so that a slow
 * client slows its maker down, and holds no thread. The head waits for the first piece, but not for long: where that fails,
 * the answer is another one as a whole. Whatever happens, by whatever thread, is noted and then dealt with by one thread at a
 * time, which never waits.
 */
final class StreamedAnswer implements Flow.Subscriber<ByteBuffer> {
    private static final Logger LOG = LoggerFactory.getLogger(StreamedAnswer.class);

    private final OutgoingPieces client;
    private final Content content;
    private final Exchange exchange;
    private final Streams streams;
    /** How long the head waits for the first piece. */
    private final Duration headWaits;

    private final Consumer<Response> instead;

    private final Serial serial = new Serial(this::unforeseen);
    private final Queue<ByteBuffer> pieces = new ConcurrentLinkedQueue<>();
    private final AtomicInteger received = new AtomicInteger();
    private volatile Optional<Flow.Subscription> subscription = Optional.empty();
    private volatile boolean complete;
    private volatile boolean failed;
    private volatile Throwable failure = new IllegalStateException("the answer has not failed");
    private volatile boolean excessive;
    private volatile boolean gone;
    private volatile boolean stopped;
    private volatile boolean brokenOff;
    private volatile boolean writable = true;
    private volatile boolean ended;

    /** What follows is of the thread that deals with what happened. */
    private boolean asked;

    private boolean headSent;
    private long lastSent = System.nanoTime();

    /** {@code instead} is given what is to be sent where the answer fails before anything of it was sent. */
    StreamedAnswer(
            OutgoingPieces client,
            Content content,
            Exchange exchange,
            Streams streams,
            Duration headWaits,
            Consumer<Response> instead) {
        this.client = client;
        this.content = content;
        this.exchange = exchange;
        this.streams = streams;
        this.headWaits = headWaits;
        this.instead = instead;
    }

    void begin() {
        streams.add(this);
        client.onGone(this::gone);
        try {
            content.pieces().orElseThrow().subscribe(this);
        } catch (Throwable e) {
            onError(e);
        }
        signal();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (subscription.isPresent() || ended) {
            given.cancel();
            return;
        }
        subscription = Optional.of(given);
        signal();
        if (ended) {
            given.cancel();
        }
    }

    @Override
    public void onNext(ByteBuffer piece) {
        if (ended || failed) {
            return;
        }
        if (received.incrementAndGet() > 1) {
            excessive = true;
        } else {
            pieces.add(piece);
        }
        signal();
    }

    @Override
    public void onError(Throwable cause) {
        if (!failed) {
            failure = cause;
            failed = true;
        }
        signal();
    }

    @Override
    public void onComplete() {
        complete = true;
        signal();
    }

    private void gone() {
        gone = true;
        signal();
    }

    /** Ends it, unless it ends by itself. */
    void stop() {
        stopped = true;
        signal();
    }

    void breakOff() {
        brokenOff = true;
        signal();
    }

    /** Time has passed. */
    void tick() {
        if (!ended) {
            signal();
        }
    }

    private void signal() {
        serial.run(() -> {
            while (!ended && step()) {
                // There may be more to do.
            }
        });
    }

    private void unforeseen(Throwable cause) {
        LOG.error("A stream is broken off since it came into a state that nobody had thought of", cause);
        end(false);
        client.breakOff();
    }

    /** False if there is nothing to do until something happens. */
    private boolean step() {
        if (gone || brokenOff || excessive) {
            return end(false);
        }
        if (!writable) {
            return false;
        }
        if (!client.canWrite()) {
            writable = false;
            client.notifyCanWrite(() -> {
                writable = true;
                signal();
            });
            return true;
        }
        ByteBuffer piece = pieces.poll();
        if (piece != null) {
            asked = false;
            received.decrementAndGet();
            return sent(piece);
        }
        if (failed) {
            return headSent ? end(false) : replace();
        }
        if (complete || (stopped && content.isOpenEnded())) {
            return end(true);
        }
        return waiting();
    }

    private boolean waiting() {
        long silent = System.nanoTime() - lastSent;
        if (!headSent && silent > headWaits.toNanos()) {
            return sent(ByteBuffer.allocate(0));
        }
        Optional<Heartbeat> due =
                content.heartbeat().filter(beat -> silent > beat.interval().toNanos());
        if (due.isPresent()) {
            return sent(ByteBuffer.wrap(due.get().bytes()));
        }
        if (!asked && subscription.isPresent()) {
            asked = true;
            Flow.Subscription source = subscription.get();
            streams.pull(() -> ask(source));
        }
        return false;
    }

    private void ask(Flow.Subscription source) {
        try {
            source.request(1);
        } catch (Throwable e) {
            LOG.error("A publisher failed when it was asked for a piece", e);
            onError(e);
        }
    }

    private boolean sent(ByteBuffer piece) {
        if (!headSent) {
            headSent = true;
            exchange.begun();
        }
        client.write(piece);
        lastSent = System.nanoTime();
        return true;
    }

    /** Nothing was sent yet: the client gets to know why. */
    private boolean replace() {
        ended = true;
        streams.remove(this);
        instead.accept(exchange.instead(failure));
        subscription.ifPresent(source -> streams.close(source::cancel));
        return false;
    }

    /** {@code whole} says that the client shall take it for the end of the content. */
    private boolean end(boolean whole) {
        if (ended) {
            return false;
        }
        ended = true;
        streams.remove(this);
        if (!complete && !failed) {
            subscription.ifPresent(source -> streams.close(source::cancel));
        }
        if (whole) {
            exchange.begun();
            client.finish();
        } else {
            if (excessive) {
                LOG.error("More pieces of an answer came than were asked for");
            }
            exchange.brokenOff();
            client.breakOff();
        }
        return false;
    }
}
