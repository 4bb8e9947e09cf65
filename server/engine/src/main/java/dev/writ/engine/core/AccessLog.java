package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import dev.writ.engine.spi.Principal;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request, when its answer is known: to the logger {@code dev.writ.access}, as text and as key-value pairs.
 * Never a query, a header field or content, where secrets are.
 */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.writ.access");
    private static final int MAX_TEXT = 200;

    private AccessLog() {}

    static void log(
            Request request,
            Response answer,
            Optional<Operation> operation,
            Optional<Principal> principal,
            long nanos) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        String method = printable(request.method());
        String path = printable(request.path());
        String operationId = operation.map(Operation::operationId).orElse("-");
        String user = principal.map(Principal::name).map(AccessLog::printable).orElse("-");
        int bytes = answer.content().bytes().length;
        double millis = TimeUnit.NANOSECONDS.toMicros(nanos) / 1000.0;
        LOG.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("path", path)
                .addKeyValue("status", answer.status())
                .addKeyValue("operation", operationId)
                .addKeyValue("user", user)
                .addKeyValue("client", request.client())
                .addKeyValue("bytes", bytes)
                .addKeyValue("millis", millis)
                .log(method + " " + path + " " + answer.status() + " " + operationId + " " + user + " "
                        + request.client() + " " + bytes + " B " + millis + " ms");
    }

    /** What a client may choose, so that it can neither begin a line nor make one endless. */
    private static String printable(String text) {
        String start = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "...";
        return start.chars().allMatch(AccessLog::isPrintable)
                ? start
                : start.codePoints()
                        .map(c -> isPrintable(c) ? c : '?')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isPrintable(int c) {
        return c > ' ' && c != 0x7F && (c < 0x80 || Character.isLetterOrDigit(c));
    }
}
