package dev.writ.engine.stream;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items of an iterator, pulled by the thread that asks for them and no sooner. What it was made of is closed once,
 * whatever happens, and never while an item is pulled from it: a thread that waits for an item nobody wants any more is
 * interrupted. For one subscriber.
 */
public final class PulledPublisher<T> implements Flow.Publisher<T> {
    private static final Logger LOG = LoggerFactory.getLogger(PulledPublisher.class);

    private final Supplier<? extends Iterator<? extends T>> source;
    private final Runnable close;
    private final AtomicBoolean taken = new AtomicBoolean();

    /** {@code source} is asked when the first item is. */
    public PulledPublisher(Supplier<? extends Iterator<? extends T>> source, Runnable close) {
        this.source = source;
        this.close = close;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        if (taken.compareAndSet(false, true)) {
            subscriber.onSubscribe(new Pull(subscriber));
            return;
        }
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                // There is nothing.
            }

            @Override
            public void cancel() {
                // There is nothing.
            }
        });
        subscriber.onError(new IllegalStateException("these items are there once"));
    }

    private final class Pull implements Flow.Subscription {
        private final Flow.Subscriber<? super T> subscriber;
        private final AtomicLong demand = new AtomicLong();
        private final AtomicInteger signals = new AtomicInteger();
        private volatile boolean cancelled;
        private volatile boolean malformed;
        private boolean ended;
        private final Object pulling = new Object();
        private @Nullable Thread puller;
        private Iterator<? extends T> items = new Iterator<>() {
            @Override
            public boolean hasNext() {
                items = source.get();
                return items.hasNext();
            }

            @Override
            public T next() {
                throw new IllegalStateException("not asked yet");
            }
        };

        Pull(Flow.Subscriber<? super T> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                malformed = true;
            } else {
                demand.accumulateAndGet(count, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
            }
            signal();
        }

        @Override
        public void cancel() {
            cancelled = true;
            synchronized (pulling) {
                if (puller != null && puller != Thread.currentThread()) {
                    puller.interrupt();
                }
            }
            signal();
        }

        /** One thread at a time pulls; a signal to it while it does makes it look again. */
        private void signal() {
            if (signals.getAndIncrement() != 0) {
                return;
            }
            int seen = 1;
            do {
                work();
                seen = signals.addAndGet(-seen);
            } while (seen != 0);
        }

        private void work() {
            while (!ended) {
                if (cancelled) {
                    ended = true;
                    closed();
                    return;
                }
                if (malformed) {
                    fail(new IllegalArgumentException("at least one item is asked for"));
                    return;
                }
                if (demand.get() == 0) {
                    return;
                }
                pull();
            }
        }

        private void pull() {
            T item;
            try {
                Optional<T> next = next();
                if (next.isEmpty()) {
                    ended = true;
                    close.run();
                    if (!cancelled) {
                        subscriber.onComplete();
                    }
                    return;
                }
                item = next.get();
            } catch (Throwable e) {
                // Checked exceptions come too, from other languages; whatever it is, the stream has to end.
                fail(e);
                return;
            }
            if (!cancelled) {
                demand.decrementAndGet();
                subscriber.onNext(item);
            }
        }

        private Optional<T> next() {
            synchronized (pulling) {
                puller = Thread.currentThread();
            }
            try {
                return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
            } finally {
                synchronized (pulling) {
                    puller = null;
                    if (cancelled) {
                        // It was meant for this pull, not for what the thread does next.
                        Thread.interrupted();
                    }
                }
            }
        }

        private void fail(Throwable failure) {
            if (!ended) {
                ended = true;
                closed();
            }
            if (!cancelled) {
                subscriber.onError(failure);
            }
        }

        private void closed() {
            try {
                close.run();
            } catch (Throwable e) {
                LOG.warn("What items came from could not be closed", e);
            }
        }
    }
}
