package dev.writ.engine.server;

import dev.writ.engine.http.Headers;
import dev.writ.engine.problem.ProblemType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the head of one request, line by line as it arrives, by the grammar of RFC 9112 and nothing beyond it. What is
 * wrong is known by the line that it is in. Used by one thread at a time.
 */
final class HeadReader {
    private static final Rejection TOO_LARGE = new Rejection(
            ProblemType.REQUEST_HEADER_FIELDS_TOO_LARGE, "The header section of the request is too large.");
    private static final Rejection TOO_MANY =
            new Rejection(ProblemType.REQUEST_HEADER_FIELDS_TOO_LARGE, "The request has too many header fields.");

    private final WireLimits limits;
    private final LineReader lines = new LineReader();
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private Optional<RequestLine> line = Optional.empty();
    private Optional<RequestHead> head = Optional.empty();
    private Optional<Rejection> rejection = Optional.empty();
    private boolean skippedEmptyLine;
    private int size;
    private int count;

    HeadReader(WireLimits limits) {
        this.limits = limits;
    }

    /**
     * Takes whole lines. What is left over is to be given again, with what follows it.
     *
     * @return how many octets it took
     */
    int read(byte[] bytes, int from, int to) {
        int begin = from;
        while (head.isEmpty() && rejection.isEmpty()) {
            int end = lines.endOfLine(bytes, begin, to);
            if (lines.rejection().isPresent()) {
                rejection = lines.rejection();
            } else if (size + (end < 0 ? to : end + 1) - begin > limits.head()) {
                rejection = Optional.of(line.isEmpty() ? RequestLine.tooLong() : TOO_LARGE);
            } else if (end < 0) {
                break;
            } else {
                size += end + 1 - begin;
                take(bytes, begin, end - 1);
                begin = end + 1;
            }
        }
        return begin - from;
    }

    private void take(byte[] bytes, int from, int to) {
        if (line.isEmpty()) {
            if (from == to && !skippedEmptyLine) {
                // Some send one after content that needs none (RFC 9112, section 2.2).
                skippedEmptyLine = true;
                return;
            }
            RequestLine.<Optional<Rejection>>parse(
                            bytes,
                            from,
                            to,
                            limits.target(),
                            parsed -> {
                                line = Optional.of(parsed);
                                return Optional.empty();
                            },
                            Optional::of)
                    .ifPresent(why -> {
                        line = RequestLine.told(bytes, from, to);
                        reject(why);
                    });
        } else if (from < to) {
            field(bytes, from, to);
        } else {
            finish(line.get());
        }
    }

    private void field(byte[] bytes, int from, int to) {
        if (++count > limits.fields()) {
            reject(TOO_MANY);
            return;
        }
        FieldLine.<Optional<Rejection>>parse(
                        bytes,
                        from,
                        to,
                        (name, value) -> {
                            fields.computeIfAbsent(name, absent -> new ArrayList<>(1))
                                    .add(value);
                            return Optional.empty();
                        },
                        Optional::of)
                .ifPresent(this::reject);
    }

    private void finish(RequestLine parsed) {
        new HeadRules(parsed, Headers.of(fields)).judge(good -> head = Optional.of(good), this::reject);
    }

    private void reject(Rejection why) {
        rejection = Optional.of(why);
    }

    /** Whether anything has come of the request, be it a part of its first line. */
    boolean hasBegun() {
        return size > 0;
    }

    /** As much as is known of it. */
    Optional<RequestLine> line() {
        return line;
    }

    /** As soon as it is complete and right. */
    Optional<RequestHead> head() {
        return head;
    }

    Optional<Rejection> rejection() {
        return rejection;
    }
}
