package dev.writ.engine.core;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.ContentTag;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;

/**
 * What HTTP asks of every answer, whoever made it. A 200 to GET, HEAD or QUERY has a validator (RFC 9110, section 8.8) and
 * gives way to 304 if the client has it; a client must ask again before using it. Everything else is not to be stored. HEAD has
 * the fields of GET and no content (section 9.3.2). A problem has the id of its request.
 */
final class Finisher {
    /** What is sent is read, not run: no script, no frame around it (https://www.w3.org/TR/CSP3/). */
    private static final String NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";

    static final String REVALIDATE = "private, no-cache";

    private Finisher() {}

    /** The answer, its content as it is. */
    static Response finish(Request request, Response response) {
        return finish(request, response, AnswerCoding.NONE);
    }

    /** The answer, its content coded where {@code coding} says so. */
    static Response finish(Request request, Response response, AnswerCoding coding) {
        return finished(request, ProblemRenderer.identified(response, request.id()), coding);
    }

    private static Response finished(Request request, Response response, AnswerCoding coding) {
        boolean read = Preconditions.isRead(request.method());
        if (response.content().pieces().isPresent()) {
            return inPieces(request, response, read && response.status() == 200);
        }
        if (response.status() == 304) {
            Headers headers = response.headers().withDefault("Cache-Control", REVALIDATE);
            return response.withHeaders(common(coding.notModified(request, headers)));
        }
        if (!read || response.status() != 200) {
            Headers headers = common(response.headers().withDefault("Cache-Control", "no-store"));
            return head(request, coding.coded(request, response.withHeaders(headers)));
        }
        Headers headers = validated(request, response).headers().withDefault("Cache-Control", REVALIDATE);
        Response whole = response.withHeaders(common(headers));
        return new Preconditions(request, whole, coding)
                .current()
                .map(current -> notModified(coding.varied(request, whole).with("ETag", current)))
                .orElseGet(() -> head(request, AnswerCoding.tagged(whole, coding.coded(request, whole))));
    }

    /** With a tag, where it can have one. */
    static Response validated(Request request, Response response) {
        boolean whole = Preconditions.isRead(request.method())
                && response.status() == 200
                && response.content().pieces().isEmpty();
        return whole && response.headers().first("ETag").isEmpty()
                ? response.withHeader("ETag", ContentTag.of(response.content().bytes()))
                : response;
    }

    /** Content of which nobody has all has no tag but the one it was given, and no length but that. */
    private static Response inPieces(Request request, Response response, boolean read) {
        boolean tagged = read && response.headers().first("ETag").isPresent();
        Headers headers = common(response.headers().withDefault("Cache-Control", tagged ? REVALIDATE : "no-store"));
        Response whole = response.withHeaders(headers);
        boolean current = tagged
                && new Preconditions(request, whole, AnswerCoding.NONE)
                        .current()
                        .isPresent();
        boolean bodiless = response.status() == 204 || response.status() == 304;
        if (!current && !bodiless && !request.method().equals("HEAD")) {
            return whole;
        }
        response.content().discard();
        return current ? notModified(headers.without("Content-Length")) : whole.withContent(Content.empty());
    }

    private static Response notModified(Headers headers) {
        return new Response(
                304,
                headers.without("Content-Type").without("Content-Encoding").without("Content-Language"),
                Content.empty());
    }

    private static Headers common(Headers headers) {
        return headers.withDefault("X-Content-Type-Options", "nosniff")
                .withDefault("Content-Security-Policy", NOTHING_RUNS)
                .withDefault("Referrer-Policy", "no-referrer");
    }

    /** No content, but the length that GET would have had. */
    private static Response head(Request request, Response response) {
        return request.method().equals("HEAD")
                ? response.withHeader(
                                "Content-Length",
                                Integer.toString(response.content().bytes().length))
                        .withContent(Content.empty())
                : response;
    }
}
