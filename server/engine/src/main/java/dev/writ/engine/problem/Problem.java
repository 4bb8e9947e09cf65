package dev.writ.engine.problem;

import java.util.List;
import java.util.Optional;

/**
 * An error as the client sees it (RFC 9457).
 *
 * @param instance identifies this occurrence, in the log too
 */
public record Problem(
        int status,
        String type,
        String title,
        Optional<String> detail,
        Optional<String> instance,
        List<Violation> violations) {

    public static Problem of(ProblemType type) {
        return new Problem(type.status(), type.uri(), type.title(), Optional.empty(), Optional.empty(), List.of());
    }

    public static Problem of(ProblemType type, String detail) {
        return of(type).withDetail(detail);
    }

    /** A problem that says no more than its status does, of type {@code about:blank} where the vocabulary has no name for it. */
    public static Problem ofStatus(int status) {
        return ProblemType.ofStatus(status)
                .map(Problem::of)
                .orElseGet(() -> new Problem(
                        status, "about:blank", "Status " + status, Optional.empty(), Optional.empty(), List.of()));
    }

    public Problem withDetail(String text) {
        return new Problem(status, type, title, Optional.of(text), instance, violations);
    }

    public Problem withInstance(String uri) {
        return new Problem(status, type, title, detail, Optional.of(uri), violations);
    }

    public Problem withViolations(List<Violation> all) {
        return new Problem(status, type, title, detail, instance, List.copyOf(all));
    }
}
