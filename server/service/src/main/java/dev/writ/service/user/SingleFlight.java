package dev.writ.service.user;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Does the same work once for all who ask for it while it is being done; who asks later has it done again. Safe for use by
 * many threads.
 */
final class SingleFlight<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    /** What {@code work} gives or throws, done by this thread or by one that is at it. */
    V join(K key, Supplier<? extends V> work) {
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> other = flights.putIfAbsent(key, own);
        if (other != null) {
            return result(other);
        }
        try {
            own.complete(work.get());
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
        } finally {
            flights.remove(key, own);
        }
        return result(own);
    }

    private static <V> V result(CompletableFuture<V> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
