package dev.writ.engine.core;

import dev.writ.engine.http.ByteRanges;
import dev.writ.engine.http.ByteSource;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.ContentTag;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Parts of what an operation answers to GET (RFC 9110, section 14), where it declares 206: one part, or several if
 * {@code multipart/byteranges} is among what it declares there. Never of content out of which something must be taken that
 * nobody may see. The conditions of section 13 that an answer's own validators allow to judge come before. Made at start;
 * thread-safe.
 */
final class PartialContent {
    private static final MediaType SEVERAL = new MediaType("multipart", "byteranges", Map.of());

    private final boolean isReading;
    private final Optional<ResponseDeclaration> declared;
    private final boolean several;

    PartialContent(Operation operation, boolean redacts) {
        this.isReading = operation.method().equals("GET");
        this.declared = operation.responses().stream()
                .filter(response -> response.status().equals("206"))
                .filter(response -> isReading && !redacts)
                .findFirst();
        this.several = declared.stream()
                .flatMap(response -> response.content().stream())
                .flatMap(type -> MediaType.parse(type.mediaType()).stream())
                .anyMatch(type -> type.includes(SEVERAL));
    }

    /** The answer or what the client wants of it: 206, 412, 416. A 304 is left to the {@link Finisher}. */
    Judgement<Response> select(Request request, Response response) {
        if (!isReading || response.status() != 200) {
            return Judgement.pass(response);
        }
        if (Conditions.failed(request.headers(), response)) {
            return refuse(response, Problem.of(ProblemType.PRECONDITION_FAILED, "What is there is another version."));
        }
        Content content = response.content();
        Optional<ByteSource> source = content.pieces().isPresent()
                ? content.source()
                : Optional.of(content.bytes()).map(ByteSource::of);
        boolean offered = declared.isPresent()
                && !content.isEmpty()
                && response.headers()
                        .first("Accept-Ranges")
                        .filter(unit -> !unit.equals("bytes"))
                        .isEmpty();
        return !offered || source.isEmpty()
                ? Judgement.pass(response)
                : part(request, response.withHeaders(offered(response)), source.get());
    }

    /** With a tag that all parts have in common. */
    private static Headers offered(Response response) {
        Headers headers = response.headers().withDefault("Accept-Ranges", "bytes");
        return headers.first("ETag").isPresent() || response.content().pieces().isPresent()
                ? headers
                : headers.with("ETag", ContentTag.of(response.content().bytes()));
    }

    private Judgement<Response> part(Request request, Response whole, ByteSource source) {
        Headers asked = request.headers();
        boolean wanted = request.method().equals("GET")
                && asked.all("Range").size() == 1
                && AnswerCoding.NONE
                        .current(request, whole, whole.headers().first("ETag").orElse(""))
                        .isEmpty()
                && !Conditions.isUnmodified(asked, whole)
                && Conditions.isSameForRange(asked, whole, Instant.now());
        return wanted
                ? ByteRanges.parse(asked.first("Range").orElse(""), source.length())
                        .fold(
                                () -> Judgement.pass(whole),
                                () -> refuse(whole, unsatisfiable(source.length())),
                                ranges -> ranges.size() == 1 || several
                                        ? Judgement.pass(partial(whole, source, ranges))
                                        : Judgement.pass(whole))
                : Judgement.pass(whole);
    }

    private static Problem unsatisfiable(long length) {
        return Problem.of(ProblemType.RANGE_NOT_SATISFIABLE, "There are " + length + " bytes.")
                .withHeader("Content-Range", "bytes */" + length)
                .withHeader("Accept-Ranges", "bytes");
    }

    private static Response partial(Response whole, ByteSource source, List<ByteRanges.Range> ranges) {
        Headers headers = whole.headers().withDefault("Cache-Control", Finisher.REVALIDATE);
        try {
            if (ranges.size() == 1) {
                ByteRanges.Range range = ranges.get(0);
                return Response.of(206, headers.with("Content-Range", range.of(source.length())), source.part(range));
            }
            String boundary = UUID.randomUUID().toString();
            return Response.of(
                    206,
                    headers.with("Content-Type", "multipart/byteranges; boundary=" + boundary),
                    source.parts(ranges, headers.first("Content-Type"), boundary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Judgement<Response> refuse(Response unsent, Problem problem) {
        unsent.content().discard();
        return Judgement.refuse(problem);
    }
}
