package dev.writ.engine.core;

import dev.writ.api.EntityTags;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.HttpDate;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The conditions of a request, by the validators of what would be its answer without them (RFC 9110, section 13), in the
 * order of section 13.2.2: {@link #failed} before {@link #current} before {@link #isSameForRange}. Only reads have any here;
 * those of methods that change something are for their handlers, since by now it is done.
 *
 * @param whole the answer without conditions, with its tag
 * @param coding in which forms clients know it
 */
record Preconditions(Request request, Response whole, AnswerCoding coding) {
    private static final Set<String> READS = Set.of("GET", "HEAD", "QUERY");
    /** {@code If-Modified-Since} is of no other method (section 13.1.3). */
    private static final Set<String> DATED = Set.of("GET", "HEAD");

    /** Whether a method is one that asks for a representation and changes nothing. */
    static boolean isRead(String method) {
        return READS.contains(method);
    }

    /** Whether {@code If-Match} or, without it, {@code If-Unmodified-Since} does not hold: 412. */
    boolean failed() {
        // Whatever has failed or leads elsewhere would do so under any condition (section 13.2.1).
        if (!isRead(request.method()) || whole.status() / 100 != 2) {
            return false;
        }
        Optional<EntityTags> wanted = tags("If-Match");
        if (wanted.isPresent()) {
            return !wanted.get().any()
                    && coding.forms(whole, tag()).stream()
                            .noneMatch(tag -> wanted.get().matchStrongly(tag));
        }
        return date("If-Unmodified-Since")
                .flatMap(since -> modified().map(since::isBefore))
                .orElse(false);
    }

    /**
     * The tag of the form that the client has and still takes: the one that it would get, if it has that. Empty if it is to
     * get the answer itself: by {@code If-None-Match} or, without it, {@code If-Modified-Since}.
     */
    Optional<String> current() {
        if (!isRead(request.method()) || whole.status() != 200) {
            return Optional.empty();
        }
        if (request.headers().first("If-None-Match").isPresent()) {
            return shown(coding.forms(request, whole, tag()));
        }
        boolean unmodified = DATED.contains(request.method())
                && date("If-Modified-Since")
                        .flatMap(since -> modified().map(last -> !last.isAfter(since)))
                        .orElse(false);
        return unmodified ? Optional.of(coding.forms(request, whole, tag()).get(0)) : Optional.empty();
    }

    /** The first of these tags that {@code If-None-Match} has. */
    Optional<String> shown(List<String> forms) {
        return tags("If-None-Match")
                .flatMap(tags -> forms.stream().filter(tags::matchWeakly).findFirst());
    }

    /** Whether the client has parts of this very content: {@code If-Range} matches strongly, or there is none. */
    boolean isSameForRange(Instant now) {
        Optional<String> wanted = request.headers().first("If-Range");
        if (wanted.isEmpty()) {
            return true;
        }
        if (wanted.get().endsWith("\"")) {
            return !tag().startsWith("W/") && tag().equals(wanted.get());
        }
        return date("If-Range")
                .flatMap(since -> modified().map(last -> last.equals(since) && HttpDate.isSettled(last, now)))
                .orElse(false);
    }

    /** Empty if nobody has given it one. */
    private String tag() {
        return whole.headers().first("ETag").orElse("");
    }

    private Optional<EntityTags> tags(String name) {
        return request.headers().combined(name).map(EntityTags::parse);
    }

    private Optional<Instant> modified() {
        return date(whole.headers(), "Last-Modified");
    }

    private Optional<Instant> date(String name) {
        return date(request.headers(), name);
    }

    /** A field that is said twice is no date. */
    private static Optional<Instant> date(Headers headers, String name) {
        return headers.all(name).size() == 1 ? headers.first(name).flatMap(HttpDate::parse) : Optional.empty();
    }
}
