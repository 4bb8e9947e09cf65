package dev.writ.engine.server;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.Heartbeat;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One answer that is sent piece by piece. A piece is asked for when the one before has left for the network, so that a slow
 * client slows its maker down, and holds no thread. Whatever happens, by whatever thread, is noted and then dealt with by
 * one thread at a time, which never waits.
 */
final class StreamedAnswer implements Flow.Subscriber<ByteBuffer> {
    private static final Logger LOG = LoggerFactory.getLogger(StreamedAnswer.class);

    private final OutgoingPieces client;
    private final Content content;
    private final Streams streams;

    private final AtomicInteger signals = new AtomicInteger();
    private final Queue<ByteBuffer> pieces = new ConcurrentLinkedQueue<>();
    private final AtomicInteger received = new AtomicInteger();
    private volatile Optional<Flow.Subscription> subscription = Optional.empty();
    private volatile boolean complete;
    private volatile boolean failed;
    private volatile boolean gone;
    private volatile boolean stopped;
    private volatile boolean brokenOff;
    private volatile boolean writable = true;
    private volatile boolean ended;

    /** What follows is of the thread that deals with what happened. */
    private boolean asked;

    private long lastSent = System.nanoTime();

    StreamedAnswer(OutgoingPieces client, Content content, Streams streams) {
        this.client = client;
        this.content = content;
        this.streams = streams;
    }

    /** Sends the head, and then whatever comes. */
    void begin() {
        streams.add(this);
        try {
            client.begin(this::gone);
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
            LOG.error("More pieces of an answer came than were asked for");
            failed = true;
        } else {
            pieces.add(piece);
        }
        signal();
    }

    @Override
    public void onError(Throwable failure) {
        failed = true;
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
        if (content.heartbeat().isPresent()) {
            signal();
        }
    }

    private void signal() {
        if (signals.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            try {
                while (!ended && step()) {
                    // There may be more to do.
                }
            } catch (RuntimeException e) {
                LOG.debug("The client of a stream has gone", e);
                end(false);
            }
            seen = signals.addAndGet(-seen);
        } while (seen != 0);
    }

    /** False if there is nothing to do until something happens. */
    private boolean step() {
        if (gone || brokenOff) {
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
            return end(false);
        }
        if (complete || (stopped && content.heartbeat().isPresent())) {
            return end(true);
        }
        Optional<Heartbeat> due = content.heartbeat()
                .filter(beat -> System.nanoTime() - lastSent > beat.interval().toNanos());
        if (due.isPresent()) {
            return sent(ByteBuffer.wrap(due.get().bytes()));
        }
        if (!asked && subscription.isPresent()) {
            asked = true;
            Flow.Subscription source = subscription.get();
            streams.pullers().execute(() -> ask(source));
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
        client.write(piece);
        lastSent = System.nanoTime();
        return true;
    }

    /** {@code whole} says that the client shall take it for the end of the content. */
    private boolean end(boolean whole) {
        ended = true;
        streams.remove(this);
        if (!complete && !failed) {
            subscription.ifPresent(this::cancel);
        }
        if (whole) {
            client.finish();
        } else {
            client.breakOff();
        }
        return false;
    }

    private void cancel(Flow.Subscription source) {
        try {
            streams.closers().execute(source::cancel);
        } catch (RejectedExecutionException e) {
            source.cancel();
        }
    }
}
