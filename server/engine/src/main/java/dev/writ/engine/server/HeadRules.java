package dev.writ.engine.server;

import dev.writ.engine.http.Authority;
import dev.writ.engine.http.Headers;
import dev.writ.engine.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the fields of a well-formed head mean for the connection: where the content ends, whom it is for, whether the
 * connection goes on. Where RFC 9112 lets a server repair what contradicts itself, it is refused here.
 */
final class HeadRules {
    private static final Rejection HOSTS = Rejection.malformed("The request has to have one Host.");
    private static final Rejection BAD_HOST = Rejection.malformed("Host names no server.");
    private static final Rejection OTHER_HOST =
            Rejection.malformed("The target of the request and Host name different servers.");
    private static final Rejection LENGTHS =
            Rejection.malformed("Content-Length has to be one number of octets, and to be sent once.");
    private static final Rejection BOTH =
            Rejection.malformed("The request has both Content-Length and Transfer-Encoding.");
    private static final Rejection CODED_1_0 = Rejection.malformed("HTTP/1.0 has no Transfer-Encoding.");
    private static final Rejection BAD_CODING =
            Rejection.malformed("Transfer-Encoding has to be chunked, and to be sent once.");
    private static final Rejection UNKNOWN_CODING =
            new Rejection(ProblemType.NOT_IMPLEMENTED, "The only transfer coding that is known here is chunked.");
    private static final Rejection UNMET =
            new Rejection(ProblemType.EXPECTATION_FAILED, "The only expectation that is known here is 100-continue.");
    /** More digits than a length has that anybody could send. */
    private static final int MOST_DIGITS = 18;

    private final RequestLine line;
    private final Headers headers;

    HeadRules(RequestLine line, Headers headers) {
        this.line = line;
        this.headers = headers;
    }

    void judge(Consumer<RequestHead> good, Consumer<Rejection> bad) {
        hostFault().or(this::framingFault).or(this::expectationFault).ifPresentOrElse(bad, () -> good.accept(head()));
    }

    private RequestHead head() {
        return new RequestHead(
                line.method(),
                line.path(),
                line.query(),
                line.version(),
                headers,
                headers.first("Host"),
                headers.first("Content-Length")
                        .map(length -> Framing.of(Long.parseLong(length)))
                        .orElseGet(
                                () -> headers.all("Transfer-Encoding").isEmpty() ? Framing.NOTHING : Framing.CHUNKED),
                isPersistent(),
                isCurrent() && headers.first("Expect").isPresent());
    }

    private boolean isCurrent() {
        return line.version() == HttpVersion.HTTP_1_1;
    }

    private Optional<Rejection> hostFault() {
        List<String> hosts = headers.all("Host");
        if (hosts.size() > 1 || (hosts.isEmpty() && isCurrent())) {
            return Optional.of(HOSTS);
        }
        if (!hosts.isEmpty() && !Authority.isOne(hosts.get(0))) {
            return Optional.of(BAD_HOST);
        }
        boolean differs = line.authority()
                .filter(target -> hosts.isEmpty() || !target.equalsIgnoreCase(hosts.get(0)))
                .isPresent();
        return differs ? Optional.of(OTHER_HOST) : Optional.empty();
    }

    private Optional<Rejection> framingFault() {
        List<String> codings = headers.all("Transfer-Encoding");
        List<String> lengths = headers.all("Content-Length");
        if (codings.isEmpty()) {
            return lengths.isEmpty() || (lengths.size() == 1 && isLength(lengths.get(0)))
                    ? Optional.empty()
                    : Optional.of(LENGTHS);
        }
        if (!lengths.isEmpty()) {
            return Optional.of(BOTH);
        }
        return isCurrent() ? codingFault(codings) : Optional.of(CODED_1_0);
    }

    private static Optional<Rejection> codingFault(List<String> fields) {
        if (fields.size() == 1 && fields.get(0).equalsIgnoreCase("chunked")) {
            return Optional.empty();
        }
        List<String> codings = fields.stream()
                .flatMap(field -> Arrays.stream(field.split(",", -1)))
                .map(coding -> coding.trim().toLowerCase(Locale.ROOT))
                .toList();
        long known = codings.stream().filter("chunked"::equals).count();
        boolean chunkedIsLast = known == 1 && codings.get(codings.size() - 1).equals("chunked");
        boolean others = codings.stream().noneMatch(String::isEmpty) && codings.size() > known;
        return Optional.of(others && (known == 0 || chunkedIsLast) ? UNKNOWN_CODING : BAD_CODING);
    }

    private static boolean isLength(String value) {
        return !value.isEmpty()
                && value.length() <= MOST_DIGITS
                && value.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private Optional<Rejection> expectationFault() {
        List<String> expectations = headers.all("Expect");
        return isCurrent()
                        && expectations.stream().anyMatch(expectation -> !expectation.equalsIgnoreCase("100-continue"))
                ? Optional.of(UNMET)
                : Optional.empty();
    }

    private boolean isPersistent() {
        List<String> options = headers.all("Connection");
        if (options.isEmpty()) {
            return isCurrent();
        }
        List<String> tokens = options.stream()
                .flatMap(field -> Arrays.stream(field.split(",", -1)))
                .map(option -> option.trim().toLowerCase(Locale.ROOT))
                .toList();
        return !tokens.contains("close") && (isCurrent() || tokens.contains("keep-alive"));
    }
}
