package dev.writ.engine.stream;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;

/** What an application may give items as: a {@code Flow.Publisher}, a {@code Stream}, an {@code Iterable} or an {@code Iterator}. */
public final class Sources {
    private Sources() {}

    /** Empty if the value is none of these. */
    public static Optional<Flow.Publisher<?>> of(Object value) {
        if (value instanceof Flow.Publisher<?> publisher) {
            return Optional.of(publisher);
        }
        if (value instanceof BaseStream<?, ?> stream) {
            return Optional.of(new PulledPublisher<Object>(stream::iterator, stream::close));
        }
        if (value instanceof Iterable<?> iterable) {
            return Optional.of(new PulledPublisher<Object>(iterable::iterator, closing(iterable)));
        }
        if (value instanceof Iterator<?> iterator) {
            return Optional.of(new PulledPublisher<Object>(() -> iterator, closing(iterator)));
        }
        return Optional.empty();
    }

    private static Runnable closing(Object source) {
        return () -> {
            if (source instanceof AutoCloseable closeable) {
                try {
                    closeable.close();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
