package dev.writ.engine.problem;

import dev.writ.engine.http.Headers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An error as the client sees it (RFC 9457). Immutable.
 *
 * @param type a URI reference
 * @param instance identifies this occurrence, in the log too
 * @param extensions members of this type's own, in their order
 * @param headers fields that the answer needs besides its content, such as {@code Allow} or {@code Retry-After}
 */
public record Problem(
        int status,
        String type,
        String title,
        Optional<String> detail,
        Optional<String> instance,
        List<Violation> violations,
        Map<String, Object> extensions,
        Headers headers) {

    public static Problem of(ProblemType type) {
        return of(type.status(), type.uri(), type.title());
    }

    public static Problem of(ProblemType type, String detail) {
        return of(type).withDetail(detail);
    }

    /** A problem that says no more than its status does, of type {@code about:blank} where the engine has no name for it. */
    public static Problem ofStatus(int status) {
        return ProblemType.ofStatus(status)
                .map(Problem::of)
                .orElseGet(() -> of(status, "about:blank", "Status " + status));
    }

    private static Problem of(int status, String type, String title) {
        return new Problem(
                status, type, title, Optional.empty(), Optional.empty(), List.of(), Map.of(), Headers.none());
    }

    public Problem withDetail(String text) {
        return new Problem(status, type, title, Optional.of(text), instance, violations, extensions, headers);
    }

    public Problem withInstance(String uri) {
        return new Problem(status, type, title, detail, Optional.of(uri), violations, extensions, headers);
    }

    public Problem withViolations(List<Violation> all) {
        return new Problem(status, type, title, detail, instance, List.copyOf(all), extensions, headers);
    }

    /**
     * Adds an extension member (RFC 9457, section 3.2).
     *
     * @param name at least three letters, digits and underscores, beginning with a letter; none of the members that every
     *     problem may have
     * @param value what JSON has: a text, number or boolean, or a list or map of these
     * @throws IllegalArgumentException if either is not so
     */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(ExtensionMember.name(name), ExtensionMember.value(value));
        return new Problem(
                status, type, title, detail, instance, violations, Collections.unmodifiableMap(more), headers);
    }

    public Problem withHeader(String name, String value) {
        return withHeaders(headers.with(name, value));
    }

    public Problem withHeaders(Headers all) {
        return new Problem(status, type, title, detail, instance, violations, extensions, all);
    }
}
