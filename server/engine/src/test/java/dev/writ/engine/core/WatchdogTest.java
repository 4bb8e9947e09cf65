package dev.writ.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.writ.engine.Writ;
import dev.writ.engine.handler.OperationHandler;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.testing.CapturedLog;
import dev.writ.engine.testing.TestClient;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WatchdogTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /{id}:
                get:
                  operationId: slow
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {'204': {description: nothing}}
            """;

    @RegisterExtension
    private final CapturedLog log = CapturedLog.of(Watchdog.class);

    private List<String> warnings(OperationHandler handler) {
        try (TestClient client = Writ.contract(ContractReader.parse("t.yaml", CONTRACT))
                .on("slow", handler)
                .testClient()) {
            assertThat(client.get("/a").send().status()).isEqualTo(204);
            return log.lines().stream().map(ILoggingEvent::getFormattedMessage).toList();
        }
    }

    @Test
    void an_operation_that_is_said_not_to_block_and_does_is_named() {
        assertThat(warnings(OperationHandler.nonBlocking(request -> {
                    long begin = System.nanoTime();
                    while (System.nanoTime() - begin <= Watchdog.LONG.toNanos()) {
                        LockSupport.parkNanos(Watchdog.LONG.toNanos());
                    }
                    return null;
                })))
                .singleElement()
                .asString()
                .startsWith("slow is said not to block, and held a thread that reads requests for ");
    }

    @Test
    void one_that_may_block_is_not() {
        assertThat(warnings(request -> {
                    LockSupport.parkNanos(2 * Watchdog.LONG.toNanos());
                    return null;
                }))
                .isEmpty();
    }
}
