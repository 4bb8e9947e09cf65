package dev.writ.engine.core;

import dev.writ.api.EntityTags;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.ContentTag;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;

/**
 * What HTTP asks of every answer, whoever made it. A 200 to GET or HEAD has a validator (RFC 9110, section 8.8) and gives
 * way to 304 if the client has it; a client must ask again before using it. Everything else is not to be stored. HEAD has
 * the fields of GET and no content (section 9.3.2). A problem has the id of its request.
 */
final class Finisher {
    private static final String REVALIDATE = "private, no-cache";

    private Finisher() {}

    static Response finish(Request request, Response response) {
        return finished(request, ProblemRenderer.identified(response, request.id()));
    }

    private static Response finished(Request request, Response response) {
        if (response.content().pieces().isPresent()) {
            return streamed(request, response);
        }
        boolean read = request.method().equals("GET") || request.method().equals("HEAD");
        if (response.status() == 304) {
            return response.withHeaders(common(response.headers().withDefault("Cache-Control", REVALIDATE)));
        }
        if (!read || response.status() != 200) {
            return head(
                    request, response.withHeaders(common(response.headers().withDefault("Cache-Control", "no-store"))));
        }
        Headers headers = response.headers().withDefault("Cache-Control", REVALIDATE);
        String tag = headers.first("ETag")
                .orElseGet(() -> ContentTag.of(response.content().bytes()));
        headers = common(headers.with("ETag", tag));
        boolean current = request.headers()
                .combined("If-None-Match")
                .map(EntityTags::parse)
                .filter(tags -> tags.matchWeakly(tag))
                .isPresent();
        return current
                ? new Response(304, headers.without("Content-Type"), Content.empty())
                : head(request, response.withHeaders(headers));
    }

    /** Content of which nobody has all has no tag but the one it was given, and no length. */
    private static Response streamed(Request request, Response response) {
        Response answer = response.withHeaders(common(response.headers().withDefault("Cache-Control", "no-store")));
        boolean current = response.status() == 200
                && request.method().matches("GET|HEAD")
                && response.headers()
                        .first("ETag")
                        .filter(tag -> request.headers()
                                .combined("If-None-Match")
                                .map(EntityTags::parse)
                                .filter(tags -> tags.matchWeakly(tag))
                                .isPresent())
                        .isPresent();
        boolean bodiless = response.status() == 204 || response.status() == 304;
        if (!current && !bodiless && !request.method().equals("HEAD")) {
            return answer;
        }
        response.content().discard();
        return current
                ? new Response(304, answer.headers().without("Content-Type"), Content.empty())
                : answer.withContent(Content.empty());
    }

    private static Headers common(Headers headers) {
        return headers.withDefault("X-Content-Type-Options", "nosniff");
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
