package dev.writ.engine.stream;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What another publisher has, each changed. A change that fails cancels the other and ends this one as failed. */
public final class MappedPublisher<T, R> implements Flow.Publisher<R> {
    private final Flow.Publisher<? extends T> source;
    private final Function<? super T, ? extends R> change;

    public MappedPublisher(Flow.Publisher<? extends T> source, Function<? super T, ? extends R> change) {
        this.source = source;
        this.change = change;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super R> subscriber) {
        source.subscribe(new Mapped<T, R>(subscriber, change));
    }

    private static final class Mapped<T, R> implements Flow.Subscriber<T>, Flow.Subscription {
        private final Flow.Subscriber<? super R> downstream;
        private final Function<? super T, ? extends R> change;
        private final AtomicBoolean ended = new AtomicBoolean();
        private Flow.@Nullable Subscription upstream;

        Mapped(Flow.Subscriber<? super R> downstream, Function<? super T, ? extends R> change) {
            this.downstream = downstream;
            this.change = change;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            if (upstream != null) {
                subscription.cancel();
                return;
            }
            upstream = subscription;
            downstream.onSubscribe(this);
        }

        @Override
        public void onNext(T item) {
            if (ended.get()) {
                return;
            }
            R changed;
            try {
                changed = change.apply(item);
            } catch (Throwable e) {
                cancel();
                downstream.onError(e);
                return;
            }
            downstream.onNext(changed);
        }

        @Override
        public void onError(Throwable failure) {
            if (ended.compareAndSet(false, true)) {
                downstream.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (ended.compareAndSet(false, true)) {
                downstream.onComplete();
            }
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
            ended.set(true);
            Flow.Subscription known = upstream;
            if (known != null) {
                known.cancel();
            }
        }
    }
}
