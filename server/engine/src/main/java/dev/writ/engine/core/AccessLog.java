package dev.writ.engine.core;

import dev.writ.engine.http.Request;
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

    private AccessLog() {}

    static void log(
            Request request,
            int status,
            long bytes,
            Optional<Operation> operation,
            Optional<Principal> principal,
            long nanos) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        String method = LogText.of(request.method());
        String path = LogText.of(request.path());
        String operationId = operation.map(Operation::operationId).orElse("-");
        String user = principal.map(Principal::name).map(LogText::of).orElse("-");
        double millis = TimeUnit.NANOSECONDS.toMicros(nanos) / 1000.0;
        LOG.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("path", path)
                .addKeyValue("status", status)
                .addKeyValue("operation", operationId)
                .addKeyValue("user", user)
                .addKeyValue("client", request.client())
                .addKeyValue("bytes", bytes)
                .addKeyValue("millis", millis)
                .log(method + " " + path + " " + status + " " + operationId + " " + user + " " + request.client() + " "
                        + bytes + " B " + millis + " ms");
    }
}
