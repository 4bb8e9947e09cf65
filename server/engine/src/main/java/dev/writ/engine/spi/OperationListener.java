package dev.writ.engine.spi;

import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Violation;
import java.time.Duration;
import java.util.List;

/**
 * Told of every request that matched an operation, once, when its answer is known: for metrics. Called by many threads at
 * once, each of which waits for it. An exception is logged and changes nothing.
 */
@FunctionalInterface
public interface OperationListener {

    void answered(Answered answered);

    /**
     * A request and its answer.
     *
     * @param authenticated whether it is known who sent it
     * @param duration from the head of the request to the whole answer, without the time that sending it takes
     * @param bytes of the answer's content as sent
     * @param violations in which the answer is not what the contract says; found unless response checks are off
     */
    record Answered(
            Operation operation,
            int status,
            boolean authenticated,
            Duration duration,
            long bytes,
            List<Violation> violations) {}
}
