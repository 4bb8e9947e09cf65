package dev.writ.engine.match;

import dev.writ.engine.model.Operation;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a method and a path mean in a contract. */
public sealed interface Match {

    <R> R fold(
            BiFunction<Operation, Map<String, String>, ? extends R> found,
            Supplier<? extends R> notFound,
            Function<SortedSet<String>, ? extends R> methodNotAllowed);

    /**
     * An operation.
     *
     * @param pathValues by variable of the operation's path: as sent, so still percent-encoded, and known to be valid
     *     percent-encoding of UTF-8; never empty
     */
    record Found(Operation operation, Map<String, String> pathValues) implements Match {
        @Override
        public <R> R fold(
                BiFunction<Operation, Map<String, String>, ? extends R> found,
                Supplier<? extends R> notFound,
                Function<SortedSet<String>, ? extends R> methodNotAllowed) {
            return found.apply(operation, pathValues);
        }
    }

    /** No path of the contract. */
    record NotFound() implements Match {
        @Override
        public <R> R fold(
                BiFunction<Operation, Map<String, String>, ? extends R> found,
                Supplier<? extends R> notFound,
                Function<SortedSet<String>, ? extends R> methodNotAllowed) {
            return notFound.get();
        }
    }

    /** A path of the contract, but none of its methods; {@code allowed} is what {@code Allow} is to say. */
    record MethodNotAllowed(SortedSet<String> allowed) implements Match {
        @Override
        public <R> R fold(
                BiFunction<Operation, Map<String, String>, ? extends R> found,
                Supplier<? extends R> notFound,
                Function<SortedSet<String>, ? extends R> methodNotAllowed) {
            return methodNotAllowed.apply(allowed);
        }
    }
}
