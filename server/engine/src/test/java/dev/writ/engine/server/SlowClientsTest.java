package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.grizzly.GrizzlyServer;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take their time: they get as much as is given to everybody, and cost nobody else anything. */
class SlowClientsTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get: {operationId: a, responses: {'200': {description: text, content: {text/plain: {}}}}}
                post:
                  operationId: post
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses: {'201': {description: made}}
              /large: {get: {operationId: large, responses: {'200': {description: octets, content: {application/octet-stream: {}}}}}}
              /upload:
                post:
                  operationId: upload
                  requestBody: {required: true, content: {application/octet-stream: {}}}
                  responses: {'201': {description: made}}
            """;
    private static final byte[] LARGE = new byte[16 * 1024 * 1024];
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(100);
    private static final String POST = "POST /a HTTP/1.1\\r\\nHost: h\\r\\nContent-Type: application/json\\r\\n";
    private static final ServerTimes PATIENT =
            new ServerTimes(LONG, LONG, LONG, LONG, 1, LONG, LONG, LONG, Duration.ofMillis(500), SHORT);

    private final CountDownLatch mayGo = new CountDownLatch(1);
    private final AtomicInteger posted = new AtomicInteger();

    private GrizzlyServer start(ServerSettings settings) throws IOException {
        Engine engine = new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("a", call -> Response.of(200, "text/plain", "a".getBytes(UTF_8)))
                .on(
                        "large",
                        call -> Response.of(200, "application/octet-stream", LARGE)
                                .withHeader("ETag", "\"1\""))
                .on("upload", call -> {
                    posted.addAndGet(call.arguments().received().orElseThrow().bytes().length);
                    return Response.of(201);
                })
                .on("post", call -> {
                    posted.incrementAndGet();
                    assertThat(mayGo.await(60, TimeUnit.SECONDS)).isTrue();
                    return Response.of(201);
                })
                .build();
        return GrizzlyServer.start("127.0.0.1", 0, engine, settings, SHORT);
    }

    private GrizzlyServer start(ServerTimes times) throws IOException {
        return start(ServerSettings.DEFAULT.withTimes(times));
    }

    @Test
    void who_asks_for_nothing_is_shown_out() throws IOException {
        try (GrizzlyServer server = start(
                        new ServerTimes(SHORT, LONG, LONG, LONG, 1, LONG, LONG, LONG, Duration.ofMillis(500), SHORT));
                RawClient silent = new RawClient(server.port());
                RawClient idle = new RawClient(server.port())) {
            idle.send("GET /a HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n");
            assertThat(idle.answer().status()).isEqualTo(200);
            assertThat(silent.rest()).isEmpty();
            assertThat(idle.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET /a HTTP/1.1\\r\\n", "GET /a HTTP/1.1\\r\\nHost: h\\r\\nX", "\\r\\n"})
    void a_head_that_does_not_end_is_408(String begin) throws IOException {
        try (GrizzlyServer server = start(
                        new ServerTimes(LONG, SHORT, LONG, LONG, 1, LONG, LONG, LONG, Duration.ofMillis(500), SHORT));
                RawClient client = new RawClient(server.port())) {
            client.send(begin);
            assertTimeout(client);
        }
    }

    private static void assertTimeout(RawClient client) throws IOException {
        RawClient.Answer answer = client.answer();
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.header("Connection")).contains("close");
        assertThat(answer.body()).contains("\"title\":\"Request Timeout\"");
        assertThat(client.rest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000\\r\\n\\r\\n{", "Transfer-Encoding: chunked\\r\\n\\r\\n1\\r\\n{"})
    void content_that_does_not_end_is_408(String begin) throws IOException {
        try (GrizzlyServer server = start(
                        new ServerTimes(LONG, LONG, SHORT, LONG, 1, LONG, LONG, LONG, Duration.ofMillis(500), SHORT));
                RawClient client = new RawClient(server.port())) {
            client.send(POST + begin);
            assertTimeout(client);
        }
    }

    @Test
    void an_upload_that_stalls_while_all_workers_are_busy_is_408_nevertheless() throws Exception {
        Duration late = Duration.ofMillis(500);
        ServerTimes times = new ServerTimes(LONG, LONG, LONG, late, 10_000_000, LONG, LONG, LONG, late, SHORT);
        try (GrizzlyServer server = start(ServerSettings.DEFAULT
                        .withTimes(times)
                        .withWorkers(1, 10)
                        .withLongestWait(LONG));
                RawClient busy = new RawClient(server.port());
                RawClient client = new RawClient(server.port())) {
            busy.send(POST + "Content-Length: 2\\r\\n\\r\\n{}");
            await().until(() -> posted.get() == 1);
            client.send("POST /upload HTTP/1.1\\r\\nHost: h\\r\\nContent-Type: application/octet-stream\\r\\n"
                    + "Content-Length: 1000000\\r\\n\\r\\n{131072*x}");
            // While it is the server that is late nobody is told to hurry.
            assertThat(client.isSilentFor(Duration.ofSeconds(2))).isTrue();
            mayGo.countDown();
            assertTimeout(client);
        }
    }

    @Test
    void content_that_comes_too_slowly_is_408_before_its_time_is_over() throws Exception {
        try (GrizzlyServer server = start(new ServerTimes(
                        LONG, LONG, LONG, SHORT, 100_000, LONG, LONG, LONG, Duration.ofMillis(500), SHORT));
                RawClient client = new RawClient(server.port())) {
            client.send(POST + "Content-Length: 100000\\r\\n\\r\\n");
            AtomicBoolean going = new AtomicBoolean(true);
            Thread drips = new Thread(() -> {
                while (going.get()) {
                    try {
                        client.send("1");
                    } catch (IOException e) {
                        return;
                    }
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
            });
            drips.start();
            assertTimeout(client);
            going.set(false);
            drips.join();
        }
    }

    @Test
    void who_has_gone_before_its_turn_came_costs_no_worker() throws Exception {
        String post = POST + "Content-Length: 2\\r\\n\\r\\n{}";
        try (GrizzlyServer server = start(ServerSettings.DEFAULT.withWorkers(1, 2));
                RawClient first = new RawClient(server.port())) {
            first.send(post);
            await().until(() -> posted.get() == 1);
            try (RawClient impatient = new RawClient(server.port())) {
                impatient.send(post);
                await().until(() -> server.connections() == 2);
            }
            await().until(() -> server.connections() == 1);
            mayGo.countDown();
            assertThat(first.answer().status()).isEqualTo(201);
            first.send(post);
            assertThat(first.answer().status()).isEqualTo(201);
            assertThat(posted.get()).isEqualTo(2);
        }
    }

    /** What is large goes to disk, and may take as long as it likes. */
    @Test
    void an_upload_takes_a_worker_when_it_is_complete_and_not_before() throws Exception {
        ServerTimes times =
                new ServerTimes(LONG, LONG, SHORT, LONG, 1, LONG, LONG, LONG, Duration.ofMillis(500), SHORT);
        try (GrizzlyServer server =
                        start(ServerSettings.DEFAULT.withTimes(times).withWorkers(1, 4));
                RawClient slow = new RawClient(server.port());
                RawClient other = new RawClient(server.port())) {
            slow.send("POST /upload HTTP/1.1\\r\\nHost: h\\r\\nContent-Type: application/octet-stream\\r\\n"
                    + "Content-Length: 1000000\\r\\n\\r\\n{300000*x}");
            other.send("GET /a HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n");
            assertThat(other.answer().status()).isEqualTo(200);
            slow.send("{500000*x}");
            other.send("GET /a HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n");
            assertThat(other.answer().status()).isEqualTo(200);
            slow.send("{200000*x}");
            assertThat(slow.answer().status()).isEqualTo(201);
            assertThat(posted.get()).isEqualTo(1_000_000);
        }
    }

    @Test
    void who_does_not_read_is_cut_off() throws Exception {
        try (GrizzlyServer server = start(
                        new ServerTimes(LONG, LONG, LONG, LONG, 1, LONG, SHORT, LONG, Duration.ofMillis(500), SHORT));
                RawClient client = new RawClient(server.port())) {
            client.send("GET /large HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n");
            await().until(() -> server.connections() == 1);
            await().atMost(Duration.ofSeconds(30)).until(() -> server.connections() == 0);
            assertThat(client.rest().length).isLessThan(LARGE.length);
        }
    }

    @Test
    void who_reads_slowly_gets_all_of_it() throws Exception {
        try (GrizzlyServer server = start(ServerTimes.DEFAULT);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(RawClient.octets("GET /large HTTP/1.1\\r\\nHost: h\\r\\nConnection: close\\r\\n\\r\\n"));
            InputStream in = socket.getInputStream();
            long read = 0;
            byte[] some = new byte[200_000];
            for (int got = in.read(some); got >= 0; got = in.read(some)) {
                read += got;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            assertThat(read).isGreaterThan(LARGE.length);
        }
    }

    @Test
    void connections_of_one_client_are_bounded_and_so_are_those_of_all() throws Exception {
        for (ServerSettings settings : List.of(
                ServerSettings.DEFAULT.withConnections(100, 3), ServerSettings.DEFAULT.withConnections(3, 100))) {
            try (GrizzlyServer server = start(settings);
                    RawClient one = new RawClient(server.port());
                    RawClient two = new RawClient(server.port());
                    RawClient three = new RawClient(server.port())) {
                await().until(() -> server.connections() == 3);
                try (RawClient four = new RawClient(server.port())) {
                    assertThat(four.rest()).isEmpty();
                }
                one.end();
                await().until(() -> server.connections() == 2);
                try (RawClient five = new RawClient(server.port())) {
                    five.send("GET /a HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n");
                    assertThat(five.answer().status()).isEqualTo(200);
                }
                two.end();
                three.end();
            }
        }
    }

    @Test
    void content_of_all_together_is_bounded() throws Exception {
        try (GrizzlyServer server =
                        start(ServerSettings.DEFAULT.withTimes(PATIENT).withContentMemory(1_000_000));
                RawClient first = new RawClient(server.port());
                RawClient second = new RawClient(server.port())) {
            first.send(POST + "Content-Length: 700000\\r\\n\\r\\n\"{600000*x}");
            await().until(() -> {
                try (RawClient other = new RawClient(server.port())) {
                    other.send(POST + "Content-Length: 600000\\r\\n\\r\\n\"{599998*x}\"");
                    return other.answer().status() == 503;
                }
            });
            first.send("{99998*x}\"");
            assertThat(first.answer().status()).isEqualTo(400);
            second.send(POST + "Content-Length: 600000\\r\\n\\r\\n\"{599998*x}\"");
            assertThat(second.answer().status()).isEqualTo(400);
        }
    }

    @Test
    void a_crowd_of_drips_costs_nobody_else_anything() throws Exception {
        boolean soak = Boolean.getBoolean("writ.soak");
        int each = soak ? 333 : 60;
        int seconds = soak ? 30 : 2;
        List<Socket> crowd = new ArrayList<>();
        AtomicBoolean going = new AtomicBoolean(true);
        try (GrizzlyServer server = start(PATIENT)) {
            for (int i = 0; i < each; i++) {
                crowd.add(open(server, ""));
                crowd.add(open(server, POST + "Content-Length: 100000\\r\\n\\r\\n"));
                crowd.add(open(server, "GET /large HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n"));
            }
            Thread drips = new Thread(() -> drip(crowd, going));
            drips.start();
            long[] times = measure(server, seconds);
            going.set(false);
            drips.join();
            Arrays.sort(times);
            long p99 = TimeUnit.NANOSECONDS.toMillis(times[times.length * 99 / 100]);
            System.out.printf(
                    "%d slow clients: %d requests of another, p99 %d ms, worst %d ms%n",
                    crowd.size(), times.length, p99, TimeUnit.NANOSECONDS.toMillis(times[times.length - 1]));
            assertThat(p99).isLessThan(soak ? 100 : 5_000);
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    private static Socket open(GrizzlyServer server, String begin) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.getOutputStream().write(RawClient.octets(begin));
        return socket;
    }

    /** One octet each, once a second. */
    private static void drip(List<Socket> crowd, AtomicBoolean going) {
        byte[] head = "GET /".getBytes(UTF_8);
        for (int round = 0; going.get(); round++) {
            for (int i = 0; i < crowd.size() && going.get(); i++) {
                try {
                    Socket socket = crowd.get(i);
                    switch (i % 3) {
                        case 0 -> socket.getOutputStream().write(round < head.length ? head[round] : 'a');
                        case 1 -> socket.getOutputStream().write(' ');
                        default -> socket.getInputStream().read();
                    }
                } catch (SocketException e) {
                    // Cut off.
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private static long[] measure(GrizzlyServer server, int seconds) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Long> times = new ArrayList<>();
        try (RawClient client = new RawClient(server.port())) {
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                client.send("GET /a HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n");
                assertThat(client.answer().status()).isEqualTo(200);
                times.add(System.nanoTime() - begin);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }
}
