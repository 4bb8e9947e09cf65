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
            bytes.addAndGet(piece.remaining());
            subscriber.onNext(piece);
        }

        @Override
        public void onError(Throwable failure) {
            tell(Optional.of(failure));
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
            tell(Optional.empty());
        }

        @Override
        public void request(long count) {
            Flow.Subscription known = upstream;
            if (known != null) {
                known.request(count);
            }
        }

        @Override
        public void cancel() {
            Flow.Subscription known = upstream;
            if (known != null) {
                known.cancel();
            }
            tell(Optional.empty());
        }

        private void tell(Optional<Throwable> failure) {
            if (ended.compareAndSet(false, true)) {
                end.ended(bytes.get(), failure);
            }
        }
    }
}
