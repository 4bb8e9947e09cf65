package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.writ.engine.core.Call;
import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.core.Settings;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.rate.RateLimits;
import dev.writ.engine.spi.Authentication;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal costs: no worker, and little to be collected, so that many of them are no burden. Counted, not timed. */
@Timeout(120)
class RefusalCostTest {
    private static final int WARM = 1_000;
    private static final int COUNTED = 500;
    /** Of what the head decides, bytes; to read, parse and check content takes more. */
    private static final int HEAD = 16 * 1024;

    private static final int CONTENT = 32 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components: {securitySchemes: {Basic: {type: http, scheme: basic}}}
            paths:
              /busy: {get: {operationId: busy, responses: {'204': {description: done}}}}
              /limited: {get: {operationId: limited, responses: {'204': {description: done}}}}
              /secured: {get: {operationId: secured, security: [{Basic: []}], responses: {'204': {description: done}}}}
              /things:
                post:
                  operationId: post
                  parameters: [{name: size, in: query, required: true, schema: {type: integer, maximum: 5}}]
                  requestBody: {required: true, content: {application/json: {schema: {type: object, required: [a]}}}}
                  responses: {'201': {description: made}}
            """;

    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch mayGo = new CountDownLatch(1);
    private final FrontDoor door = new FrontDoor(engine(), ServerSettings.DEFAULT.withWorkers(1, 0));
    private final Network network = new Network();
    private HttpConnection connection = door.enter(network).orElseThrow();

    private Engine engine() {
        return new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("busy", this::hold)
                .on("limited", call -> Response.of(204))
                .on("secured", call -> Response.of(204))
                .on("post", call -> Response.of(201))
                .authenticator("Basic", (credentials, client) -> new Authentication.Refused())
                .settings(Settings.DEFAULT.withRateLimits(RateLimits.NONE
                        .withAddress("limited", 1, Duration.ofDays(1))
                        .withClock(() -> 0)))
                .build();
    }

    private Response hold(Call call) throws InterruptedException {
        held.countDown();
        mayGo.await();
        return Response.of(204);
    }

    /** The only worker is taken, and so is every place: who needs one is refused with 503. */
    @BeforeEach
    void take_the_worker() throws InterruptedException {
        door.enter(new Network()).orElseThrow().received("GET /busy HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(ISO_8859_1));
        held.await();
    }

    @AfterEach
    void stop() {
        mayGo.countDown();
        door.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, GET / a HTTP/1.1~Host: h~~",
        "400, GET /limited HTTP/1.1~~",
        "404, GET /nothing HTTP/1.1~Host: h~~",
        "405, DELETE /limited HTTP/1.1~Host: h~~",
        "401, GET /secured HTTP/1.1~Host: h~~",
        "429, GET /limited HTTP/1.1~Host: h~~",
        "415, POST /things HTTP/1.1~Host: h~Content-Type: text/plain~Content-Length: 1~~x",
        "413, POST /things HTTP/1.1~Host: h~Content-Type: application/json~Content-Length: 90000000~~",
        "400, POST /things?size=9 HTTP/1.1~Host: h~Content-Type: application/json~Content-Length: 2~~{}",
        "503, GET /busy HTTP/1.1~Host: h~~",
    })
    void a_refusal_takes_no_worker_and_next_to_no_memory(int status, String request) {
        byte[] octets = request.replace("~", "\r\n").getBytes(ISO_8859_1);
        if (status == 429) {
            exchange("GET /limited HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(ISO_8859_1));
        }
        for (int i = 0; i < WARM; i++) {
            exchange(octets);
            assertThat(network.status).isEqualTo(Integer.toString(status));
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < COUNTED; i++) {
            exchange(octets);
        }
        long each = (THREADS.getCurrentThreadAllocatedBytes() - before) / COUNTED;
        System.out.printf("%d: %d bytes%n", status, each);
        assertThat(each).isLessThan(request.endsWith("}") ? CONTENT : HEAD);
    }

    /** On the same connection as long as there is one: what comes after it would belong to another. */
    private void exchange(byte[] request) {
        if (network.closed) {
            connection.closed();
            network.closed = false;
            connection = door.enter(network).orElseThrow();
        }
        connection.received(request);
    }

    /** One that takes whatever is sent at once. */
    private static final class Network implements Channel {
        private String status = "";
        private boolean closed;

        @Override
        public String clientAddress() {
            return "192.0.2.1";
        }

        @Override
        public int localPort() {
            return 80;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public void write(ByteBuffer bytes, Runnable sent) {
            status = UTF_8.decode(bytes.slice(bytes.position() + 9, 3)).toString();
            sent.run();
        }

        @Override
        public void reading(boolean wanted) {
            // It brings what the test says.
        }

        @Override
        public void finish() {
            closed = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
