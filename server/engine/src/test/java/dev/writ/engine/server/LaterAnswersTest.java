package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.engine.core.AsyncHandler;
import dev.writ.engine.core.Call;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.grizzly.GrizzlyServer;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations that answer after they have returned hold no thread, and are not waited for without end. */
@Timeout(60)
class LaterAnswersTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /later: {get: {operationId: later, responses: {'200': {description: text, content: {text/plain: {}}}}}}
              /now: {get: {operationId: now, responses: {'200': {description: text, content: {text/plain: {}}}}}}
            """;
    private static final Duration LONG = Duration.ofSeconds(100);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int MANY = 100;

    private final ConcurrentLinkedQueue<CompletableFuture<Response>> asked = new ConcurrentLinkedQueue<>();

    private static ServerTimes answeredIn(Duration time) {
        return new ServerTimes(
                LONG, LONG, LONG, LONG, 1, time, LONG, LONG, Duration.ofMillis(500), Duration.ofSeconds(2));
    }

    private GrizzlyServer start(Duration answer, boolean blocks) throws IOException {
        AsyncHandler later = new AsyncHandler() {
            @Override
            public CompletionStage<Response> begin(Call call) {
                CompletableFuture<Response> stage = new CompletableFuture<>();
                asked.add(stage);
                return stage;
            }

            @Override
            public boolean mayBlock() {
                return blocks;
            }
        };
        return GrizzlyServer.start(
                "127.0.0.1",
                0,
                new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                        .on("later", later)
                        .on("now", call -> text("now"))
                        .build(),
                ServerSettings.DEFAULT.withTimes(answeredIn(answer)).withWorkers(1, 1),
                Duration.ofSeconds(10));
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1));
    }

    private static Response text(String text) {
        return Response.of(200, "text/plain", text.getBytes(UTF_8));
    }

    /** Pieces that tell when nobody wants them. */
    private static Flow.Publisher<ByteBuffer> unwanted(CountDownLatch cancelled) {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                // There are none.
            }

            @Override
            public void cancel() {
                cancelled.countDown();
            }
        });
    }

    private static Socket ask(GrizzlyServer server, String... paths) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < paths.length; i++) {
            boolean last = i == paths.length - 1;
            requests.append("GET ").append(paths[i]).append(" HTTP/1.1\r\nHost: h\r\n");
            requests.append(last ? "Connection: close\r\n\r\n" : "\r\n");
        }
        socket.getOutputStream().write(requests.toString().getBytes(UTF_8));
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        try (InputStream answer = socket.getInputStream()) {
            return new String(answer.readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void many_wait_and_one_worker_is_enough(boolean blocks) throws IOException {
        try (GrizzlyServer server = start(LONG, blocks)) {
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                sockets.add(ask(server, "/later"));
                int count = i + 1;
                soon().until(() -> asked.size() == count);
            }
            assertThat(read(ask(server, "/now"))).startsWith("HTTP/1.1 200 ").endsWith("now");
            asked.forEach(stage -> stage.complete(text("later")));
            for (Socket socket : sockets) {
                assertThat(read(socket)).startsWith("HTTP/1.1 200 ").endsWith("later");
            }
        }
    }

    @Test
    void answers_stay_in_the_order_of_the_requests() throws IOException {
        try (GrizzlyServer server = start(LONG, false);
                Socket socket = ask(server, "/later", "/now", "/later")) {
            soon().until(() -> asked.size() == 1);
            asked.remove().complete(text("first"));
            soon().until(() -> asked.size() == 1);
            asked.remove().complete(text("third"));
            assertThat(read(socket)).matches("(?s).*first.*now.*third");
        }
    }

    @Test
    void what_never_comes_is_a_503_and_what_comes_then_is_dropped() throws Exception {
        try (GrizzlyServer server = start(SHORT, false);
                Socket socket = ask(server, "/later")) {
            assertThat(read(socket)).startsWith("HTTP/1.1 503 ").contains("did not answer in time", "Retry-After: 1");
            CountDownLatch cancelled = new CountDownLatch(1);
            asked.remove().complete(new Response(200, Headers.none(), Content.ofPieces(unwanted(cancelled))));
            assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(read(ask(server, "/now"))).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void a_client_that_has_gone_is_no_harm() throws Exception {
        try (GrizzlyServer server = start(LONG, false)) {
            Socket socket = ask(server, "/later");
            soon().until(() -> asked.size() == 1);
            socket.setSoLinger(true, 0);
            socket.close();
            soon().until(() -> server.connections() == 0);
            CountDownLatch cancelled = new CountDownLatch(1);
            asked.remove().complete(new Response(200, Headers.none(), Content.ofPieces(unwanted(cancelled))));
            assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(read(ask(server, "/now"))).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void a_server_that_stops_waits_for_it() throws Exception {
        GrizzlyServer server = start(LONG, false);
        Socket socket = ask(server, "/later");
        soon().until(() -> asked.size() == 1);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        asked.remove().complete(text("later"));
        assertThat(read(socket)).startsWith("HTTP/1.1 200 ").endsWith("later");
        stopped.get(30, TimeUnit.SECONDS);
    }
}
