package dev.writ.engine.core;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Pieces of an answer, with somebody who is told once how many bytes were taken of them when no more are: sent, failed, or not wanted any more. */
final class ToldPieces implements Flow.Publisher<ByteBuffer> {

    /** Who is told. */
    @FunctionalInterface
    interface End {
        /** {@code failure} is empty unless it is for want of a piece that the answer ends. */
        void ended(long bytes, Optional<Throwable> failure);
    }

    private final Flow.Publisher<ByteBuffer> pieces;
    private final End end;

    ToldPieces(Flow.Publisher<ByteBuffer> pieces, End end) {
        this.pieces = pieces;
        this.end = end;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        pieces.subscribe(new Counting(subscriber));
    }

    private final class Counting implements Flow.Subscriber<ByteBuffer>, Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong asked = new AtomicLong();
        private final AtomicBoolean ended = new AtomicBoolean();
        private Flow.@Nullable Subscription upstream;

        Counting(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            upstream = subscription;
            subscriber.onSubscribe(this);
        }

        @Override
        public void onNext(ByteBuffer piece) {
            if (ended.get()) {
                return;
            }
            if (asked.getAndDecrement() <= 0) {
                fail(new IllegalStateException("more pieces of the answer came than were asked for"));
                return;
            }
            bytes.addAndGet(piece.remaining());
            subscriber.onNext(piece);
        }

        private void fail(Throwable failure) {
            Flow.Subscription known = upstream;
            tell(Optional.of(failure));
            subscriber.onError(failure);
            if (known != null) {
                known.cancel();
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (tell(Optional.of(failure))) {
                subscriber.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (!ended.get()) {
                subscriber.onComplete();
                tell(Optional.empty());
            }
        }

        @Override
        public void request(long count) {
            asked.accumulateAndGet(count, (left, more) -> left + more < 0 ? Long.MAX_VALUE : left + more);
            Flow.Subscription known = upstream;
            if (known != null) {
                try {
                    known.request(count);
                } catch (RuntimeException | Error e) {
                    fail(e);
                }
            }
        }

        @Override
        public void cancel() {
            Flow.Subscription known = upstream;
            try {
                if (known != null) {
                    known.cancel();
                }
            } finally {
                tell(Optional.empty());
            }
        }

        /** False if it was told before. */
        private boolean tell(Optional<Throwable> failure) {
            boolean first = ended.compareAndSet(false, true);
            if (first) {
                end.ended(bytes.get(), failure);
            }
            return first;
        }
    }
}
