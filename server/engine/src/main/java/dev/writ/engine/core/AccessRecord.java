package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.spi.OperationListener;
import dev.writ.engine.spi.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What is told of a request once its answer is known: a line of {@link AccessLog}, and to listeners of its operation. */
final class AccessRecord {
    private final Request request;
    private final long began = System.nanoTime();
    private OptionalLong nanos = OptionalLong.empty();
    private Optional<Principal> principal = Optional.empty();
    private List<Violation> violations = List.of();

    AccessRecord(Request request) {
        this.request = request;
    }

    void authenticated(Optional<Principal> sender) {
        principal = sender;
    }

    void checked(List<Violation> found) {
        violations = found;
    }

    /** What is found while the answer is on its way, by whatever thread; as many as one answer tells. */
    synchronized void alsoFound(List<Violation> found) {
        if (violations.size() < Violations.MAX) {
            violations = Stream.concat(violations.stream(), found.stream())
                    .limit(Violations.MAX)
                    .toList();
        }
    }

    /** The answer is known as a whole: sending it counts no more. */
    void stopClock() {
        if (nanos.isEmpty()) {
            nanos = OptionalLong.of(System.nanoTime() - began);
        }
    }

    /**
     * Tells of it, once.
     *
     * @param bytes of the answer's content
     */
    synchronized void tell(Optional<Matched> found, int status, long bytes) {
        stopClock();
        long duration = nanos.orElseThrow();
        AccessLog.log(request, status, bytes, found.map(known -> known.route().operation()), principal, duration);
        found.ifPresent(known -> known.stages()
                .listeners()
                .tell(new OperationListener.Answered(
                        known.route().operation(),
                        status,
                        principal.isPresent(),
                        Duration.ofNanos(duration),
                        bytes,
                        violations)));
    }
}
