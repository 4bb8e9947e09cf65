package dev.writ.engine.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A stream as pieces of 64 KiB at most, for one subscriber. It is read by the thread that asks for pieces, no further than is
 * asked, and closed at the end, at a failure, and when it is cancelled.
 */
public final class StreamPieces implements Flow.Publisher<ByteBuffer> {
    /** Of a piece, in bytes. */
    public static final int SIZE = 64 * 1024;

    private final Opening opening;
    private final Closeable unopened;
    private final AtomicBoolean taken = new AtomicBoolean();

    /** Makes a stream when somebody begins to read it. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    private StreamPieces(Opening opening, Closeable unopened) {
        this.opening = opening;
        this.unopened = unopened;
    }

    /** Of a stream that is there; it is closed whatever happens, as long as somebody subscribes. */
    public static StreamPieces of(InputStream stream) {
        return new StreamPieces(() -> stream, stream);
    }

    /** Of a stream that is made for whoever asks for the first piece. */
    public static StreamPieces of(Opening opening) {
        return new StreamPieces(opening, () -> {});
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        if (taken.compareAndSet(false, true)) {
            subscriber.onSubscribe(new Reading(subscriber));
            return;
        }
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                // There is nothing to come.
            }

            @Override
            public void cancel() {
                // There is nothing to end.
            }
        });
        subscriber.onError(new IllegalStateException("a stream can be read only once"));
    }

    /** One thread at a time reads: the one that has found {@link #signals} to be zero, until it is again. */
    private final class Reading implements Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final AtomicLong signals = new AtomicLong();
        private final AtomicLong asked = new AtomicLong();
        private volatile boolean cancelled;
        private volatile boolean wrong;
        private boolean ended;
        private @Nullable InputStream stream;

        Reading(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                wrong = true;
            } else {
                asked.accumulateAndGet(count, (left, more) -> left + more < 0 ? Long.MAX_VALUE : left + more);
            }
            signal();
        }

        @Override
        public void cancel() {
            cancelled = true;
            signal();
        }

        private void signal() {
            if (signals.getAndIncrement() != 0) {
                return;
            }
            long seen = 1;
            do {
                while (!ended && step()) {
                    // There may be more to do.
                }
                seen = signals.addAndGet(-seen);
            } while (seen != 0);
        }

        /** False if there is nothing to do before somebody asks. */
        private boolean step() {
            if (cancelled) {
                end();
                return false;
            }
            if (wrong) {
                end();
                subscriber.onError(new IllegalArgumentException("a number of pieces is greater than 0"));
                return false;
            }
            if (asked.get() == 0) {
                return false;
            }
            asked.decrementAndGet();
            try {
                ByteBuffer piece = read();
                if (piece.hasRemaining()) {
                    subscriber.onNext(piece);
                } else {
                    end();
                    subscriber.onComplete();
                }
            } catch (Throwable e) {
                // Whatever it is, the content has to end.
                end();
                subscriber.onError(e);
            }
            return true;
        }

        /** Nothing at the end. */
        private ByteBuffer read() throws IOException {
            InputStream open = stream;
            if (open == null) {
                open = opening.open();
                stream = open;
            }
            byte[] bytes = new byte[SIZE];
            int count = open.read(bytes, 0, SIZE);
            return ByteBuffer.wrap(bytes, 0, Math.max(0, count));
        }

        private void end() {
            ended = true;
            InputStream open = stream;
            try {
                if (open == null) {
                    unopened.close();
                } else {
                    open.close();
                }
            } catch (IOException e) {
                // What could be read has been; what could not has been told.
            }
        }
    }
}
