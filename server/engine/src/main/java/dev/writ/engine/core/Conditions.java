package dev.writ.engine.core;

import dev.writ.api.EntityTags;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.HttpDate;
import dev.writ.engine.http.Response;
import java.time.Instant;
import java.util.Optional;

/**
 * Conditions on reading (RFC 9110, section 13), by the validators that an answer has. {@code If-None-Match} by tag is the
 * business of {@link AnswerCoding#current}.
 */
final class Conditions {
    private Conditions() {}

    /** Whether {@code If-Match} or, without it, {@code If-Unmodified-Since} does not hold. */
    static boolean failed(Headers request, Response response) {
        Optional<String> tag = response.headers().first("ETag");
        Optional<EntityTags> wanted = request.combined("If-Match").map(EntityTags::parse);
        if (wanted.isPresent()) {
            return tag.isPresent() && !wanted.get().matchStrongly(tag.get());
        }
        return date(request, "If-Unmodified-Since")
                .flatMap(since -> modified(response).map(since::isBefore))
                .orElse(false);
    }

    /** Whether, without {@code If-None-Match}, {@code If-Modified-Since} says that the client has it. */
    static boolean isUnmodified(Headers request, Response response) {
        return request.first("If-None-Match").isEmpty()
                && date(request, "If-Modified-Since")
                        .flatMap(since -> modified(response).map(last -> !last.isAfter(since)))
                        .orElse(false);
    }

    /** Whether the client has parts of this very content: {@code If-Range} matches strongly, or there is none. */
    static boolean isSameForRange(Headers request, Response response, Instant now) {
        Optional<String> wanted = request.first("If-Range");
        if (wanted.isEmpty()) {
            return true;
        }
        if (wanted.get().endsWith("\"")) {
            return response.headers()
                    .first("ETag")
                    .filter(tag -> !tag.startsWith("W/") && tag.equals(wanted.get()))
                    .isPresent();
        }
        return date(request, "If-Range")
                .flatMap(since -> modified(response).map(last -> last.equals(since) && HttpDate.isSettled(last, now)))
                .orElse(false);
    }

    private static Optional<Instant> modified(Response response) {
        return date(response.headers(), "Last-Modified");
    }

    private static Optional<Instant> date(Headers headers, String name) {
        return headers.first(name).flatMap(HttpDate::parse);
    }
}
