package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.engine.Writ;
import dev.writ.engine.WritServer;
import dev.writ.engine.parse.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in pieces whose makers, or readers, take their time: they hold up nobody else, and there are only so many. */
class StreamBoundsTest {
    private static final String CONTRACT = """
            openapi: 3.2.0
            info: {title: T, version: '1'}
            paths:
              /waiting:
                get:
                  operationId: waiting
                  responses: {'200': {description: items, content: {application/jsonl: {itemSchema: {type: integer}}}}}
              /events:
                get:
                  operationId: events
                  responses: {'200': {description: events, content: {text/event-stream: {itemSchema: {}}}}}
              /quick:
                get:
                  operationId: quick
                  responses: {'200': {description: items, content: {application/jsonl: {itemSchema: {type: integer}}}}}
              /wrong:
                get:
                  operationId: wrong
                  responses: {'200': {description: items, content: {application/jsonl: {itemSchema: {type: integer}}}}}
              /echo:
                post:
                  operationId: echo
                  requestBody: {content: {application/jsonl: {itemSchema: {type: integer}}}}
                  responses: {'200': {description: items, content: {application/jsonl: {itemSchema: {type: integer}}}}}
              /file:
                get:
                  operationId: file
                  responses: {'200': {description: octets, content: {application/octet-stream: {}}}}
            """;
    private static final int WAITING = 40;

    @TempDir
    private Path folder;

    private final CountDownLatch mayGo = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    private final class Endless implements Iterator<Object> {
        @Override
        public boolean hasNext() {
            waiting.incrementAndGet();
            try {
                return !mayGo.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return false;
            }
        }

        @Override
        public Object next() {
            return 1;
        }
    }

    private WritServer start(ServerSettings settings) throws IOException {
        Path file = folder.resolve("large");
        Files.write(file, new byte[3_000_000]);
        return Writ.contract(ContractReader.parse("t.yaml", CONTRACT))
                .on("waiting", request -> new Endless())
                .on(
                        "events",
                        request -> Stream.generate(() -> "x".repeat(10_000)).onClose(() -> closed.set(true)))
                .on("quick", request -> IntStream.range(0, 100).boxed())
                .on("wrong", request -> Stream.of("no number"))
                .on("echo", request -> request.items(Integer.class))
                .on("file", request -> file)
                .responseChecks(dev.writ.engine.core.ResponseChecks.ENFORCE)
                .server(settings)
                .shutdownGrace(Duration.ofSeconds(1))
                .listen("127.0.0.1", 0)
                .start();
    }

    private static RawClient ask(WritServer server, String target) throws IOException {
        RawClient client = new RawClient(server.uri().getPort());
        client.send("GET " + target + " HTTP/1.1\\r\\nHost: h\\r\\nConnection: close\\r\\n\\r\\n");
        return client;
    }

    @Test
    void makers_that_wait_hold_up_nobody_else() throws Exception {
        List<RawClient> clients = new ArrayList<>();
        try (WritServer server = start(ServerSettings.DEFAULT)) {
            for (int i = 0; i < WAITING; i++) {
                clients.add(ask(server, "/waiting"));
            }
            await().until(() -> waiting.get() == WAITING);
            try (RawClient quick = ask(server, "/quick");
                    RawClient file = ask(server, "/file")) {
                assertThat(new String(quick.rest(), UTF_8)).contains("\n99\n");
                assertThat(file.rest().length).isGreaterThan(3_000_000);
            }
            mayGo.countDown();
            for (RawClient client : clients) {
                assertThat(new String(client.rest(), UTF_8))
                        .startsWith("HTTP/1.1 200")
                        .endsWith("0\r\n\r\n");
                client.end();
            }
        }
    }

    @Test
    void there_are_only_so_many() throws Exception {
        try (WritServer server = start(ServerSettings.DEFAULT.withStreams(2, 16));
                RawClient one = ask(server, "/waiting");
                RawClient two = ask(server, "/waiting")) {
            await().until(() -> waiting.get() == 2);
            try (RawClient three = ask(server, "/quick")) {
                assertThat(new String(three.rest(), UTF_8))
                        .startsWith("HTTP/1.1 503")
                        .contains("Retry-After: 1", "application/problem+json");
            }
            mayGo.countDown();
            assertThat(new String(one.rest(), UTF_8)).startsWith("HTTP/1.1 200");
            assertThat(new String(two.rest(), UTF_8)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void who_does_not_take_the_pieces_is_cut_off() throws Exception {
        Duration soon = Duration.ofSeconds(1);
        Duration late = Duration.ofSeconds(100);
        ServerTimes times = new ServerTimes(late, late, late, late, 1, late, soon, late, Duration.ofMillis(500), soon);
        try (WritServer server = start(ServerSettings.DEFAULT.withTimes(times));
                RawClient client = ask(server, "/events")) {
            await().atMost(Duration.ofSeconds(30)).untilTrue(closed);
            assertThat(new String(client.rest(), UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void a_first_item_that_is_wrong_is_a_whole_answer() throws Exception {
        try (WritServer server = start(ServerSettings.DEFAULT);
                RawClient client = new RawClient(server.uri().getPort())) {
            for (int i = 0; i < 3; i++) {
                client.send("GET /wrong HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n");
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).isEqualTo(500);
                assertThat(answer.body()).contains("urn:uuid:").doesNotContain("no number");
            }
        }
    }

    @Test
    void a_first_item_of_the_request_that_is_wrong_is_400() throws Exception {
        try (WritServer server = start(
                        ServerSettings.DEFAULT.withTimes(ServerTimes.DEFAULT.withFirstPiece(Duration.ofMinutes(1))));
                RawClient client = new RawClient(server.uri().getPort())) {
            client.send("POST /echo HTTP/1.1\\r\\nHost: h\\r\\nContent-Type: application/jsonl\\r\\n"
                    + "Content-Length: 6\\r\\n\\r\\n\"one\"\\n");
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.body()).contains("\"violations\"", "\"pointer\":\"/0\"");
        }
    }

    @Test
    void items_go_both_ways_as_they_come() throws Exception {
        try (WritServer server = start(ServerSettings.DEFAULT);
                RawClient client = new RawClient(server.uri().getPort())) {
            client.send("POST /echo HTTP/1.1\\r\\nHost: h\\r\\nContent-Type: application/jsonl\\r\\n"
                    + "Transfer-Encoding: chunked\\r\\n\\r\\n2\\r\\n1\\n\\r\\n");
            assertThat(client.head().status()).isEqualTo(200);
            client.send(
                    "2\\r\\n2\\n\\r\\n0\\r\\n\\r\\nGET /quick HTTP/1.1\\r\\nHost: h\\r\\nConnection: close\\r\\n\\r\\n");
            assertThat(new String(client.rest(), UTF_8))
                    .startsWith("2\r\n1\n\r\n2\r\n2\n\r\n0\r\n\r\nHTTP/1.1 200")
                    .contains("\n99\n");
        }
    }
}
