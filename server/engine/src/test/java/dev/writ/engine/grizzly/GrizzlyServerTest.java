package dev.writ.engine.grizzly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.writ.engine.core.Exchange;
import dev.writ.engine.core.Intake;
import dev.writ.engine.core.ProblemRenderer;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.server.ServerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class GrizzlyServerTest {
    private static final int SECONDS = 20;
    private static final int LARGE = 6 * 1024 * 1024;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch mayGo = new CountDownLatch(1);

    /** What begins with /slow waits until it may go; what begins with /free never blocks; /large is more than buffers take. */
    private final class Sample implements Exchange {
        private final Request request;
        private Optional<Response> response = Optional.empty();

        private Sample(Request request) {
            this.request = request;
        }

        @Override
        public Next next() {
            if (response.isPresent()) {
                return Next.SEND;
            }
            return request.path().startsWith("/free") ? Next.RUN : Next.WAIT;
        }

        @Override
        public void whenReady(Runnable task) {
            throw new IllegalStateException("nothing comes later");
        }

        @Override
        public Intake intake() {
            throw new IllegalStateException("no content is asked for");
        }

        @Override
        public Response response() {
            return response.orElseThrow();
        }

        @Override
        public void begun() {
            // It has no pieces.
        }

        @Override
        public Response instead(Throwable cause) {
            throw new IllegalStateException("it has no pieces");
        }

        @Override
        public void brokenOff() {
            // It has no pieces.
        }

        @Override
        public void proceed() {
            response = Optional.of(made());
        }

        private Response made() {
            if (request.path().startsWith("/slow")) {
                arrived.countDown();
                try {
                    assertThat(mayGo.await(SECONDS, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    return Response.of(500);
                }
            }
            byte[] content =
                    request.path().startsWith("/large") ? new byte[LARGE] : "done".getBytes(StandardCharsets.UTF_8);
            return Response.of(200, "text/plain", content);
        }

        @Override
        public Response refuse(Problem problem) {
            response = Optional.of(ProblemRenderer.render(problem));
            return response.get();
        }
    }

    private GrizzlyServer start(int graceSeconds) throws IOException {
        return GrizzlyServer.start(
                "127.0.0.1", 0, Sample::new, ServerSettings.DEFAULT, Duration.ofSeconds(graceSeconds));
    }

    @Test
    void a_stop_lets_running_requests_finish_and_refuses_others_but_answers_what_never_waits() throws Exception {
        GrizzlyServer server = start(SECONDS);
        try (Connection running = new Connection(server.port());
                Connection idle = new Connection(server.port())) {
            assertThat(idle.request("/quick")).startsWith("HTTP/1.1 200").doesNotContain("Connection: close");
            running.send("/slow");
            assertThat(arrived.await(SECONDS, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            String late = once(server, "/quick");
            while (late.startsWith("HTTP/1.1 200")) { // the stop has not begun yet
                late = once(server, "/quick");
            }
            assertThat(late)
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 1", "Connection: close")
                    .contains("Content-Type: application/problem+json")
                    .doesNotContainIgnoringCase("grizzly");
            assertThat(once(server, "/free")).startsWith("HTTP/1.1 200").contains("Connection: close");
            assertThat(stopped).isNotDone();

            mayGo.countDown();
            assertThat(running.answer()).startsWith("HTTP/1.1 200").contains("done");
            stopped.get(SECONDS, TimeUnit.SECONDS);
        }
        assertThatThrownBy(() -> new Connection(server.port())).isInstanceOf(ConnectException.class);
    }

    @Test
    void a_stop_ends_in_time_whatever_still_runs() throws Exception {
        GrizzlyServer server = start(1);
        try (Connection running = new Connection(server.port())) {
            running.send("/slow");
            assertThat(arrived.await(SECONDS, TimeUnit.SECONDS)).isTrue();

            CompletableFuture.runAsync(server::close).get(SECONDS / 2, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_stop_waits_for_who_reads_slowly() throws Exception {
        GrizzlyServer server = start(SECONDS);
        try (Connection slow = new Connection(server.port())) {
            slow.send("/large");
            await().until(slow::hasAnswer);

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            assertThatThrownBy(() -> stopped.get(3, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);

            assertThat(slow.answer()).startsWith("HTTP/1.1 200").hasSizeGreaterThan(LARGE);
            stopped.get(SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void what_never_waits_is_answered_while_every_worker_does() throws Exception {
        List<Connection> waiting = new ArrayList<>();
        try (GrizzlyServer server = start(SECONDS);
                Connection free = new Connection(server.port())) {
            for (int i = 0; i < 64; i++) {
                waiting.add(new Connection(server.port()));
                waiting.get(i).send("/slow");
            }
            assertThat(arrived.await(SECONDS, TimeUnit.SECONDS)).isTrue();

            for (int i = 0; i < 64; i++) {
                assertThat(free.request("/free")).startsWith("HTTP/1.1 200");
            }
            assertThat(mayGo.getCount()).isEqualTo(1);
            mayGo.countDown();
            for (Connection one : waiting) {
                assertThat(one.answer()).startsWith("HTTP/1.1 200");
                one.close();
            }
        }
    }

    @Test
    void requests_beyond_the_bound_of_those_that_wait_are_refused_at_once() throws Exception {
        int bound = ServerSettings.DEFAULT.workers() + ServerSettings.DEFAULT.waiting();
        int beyond = 16;
        List<Connection> all = new ArrayList<>();
        try (GrizzlyServer server = start(SECONDS)) {
            for (int i = 0; i < bound + beyond; i++) {
                all.add(new Connection(server.port()));
                all.get(i).send("/slow");
            }
            await().until(() -> all.stream().filter(Connection::hasAnswer).count() == beyond);
            for (Connection refused : all.stream().filter(Connection::hasAnswer).toList()) {
                assertThat(refused.answer()).startsWith("HTTP/1.1 503").contains("Retry-After: 1");
                all.remove(refused);
                refused.close();
            }
            mayGo.countDown();
            for (Connection one : all) {
                assertThat(one.answer()).startsWith("HTTP/1.1 200");
                one.close();
            }
        }
    }

    private static String once(GrizzlyServer server, String target) throws IOException {
        try (Connection connection = new Connection(server.port())) {
            return connection.request(target);
        }
    }

    /** A connection that is kept alive. */
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(SECONDS * 1000);
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        boolean hasAnswer() {
            try {
                return socket.getInputStream().available() > 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String request(String target) throws IOException {
            send(target);
            return answer();
        }

        void send(String target) throws IOException {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        }

        /** Head and, as far as Content-Length tells, content. */
        String answer() throws IOException {
            StringBuilder text = new StringBuilder();
            int length = 0;
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                text.append(line).append('\n');
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(15).trim());
                }
            }
            char[] content = new char[length];
            int read = 0;
            while (read < length) {
                int more = reader.read(content, read, length - read);
                if (more < 0) {
                    break;
                }
                read += more;
            }
            return text.append(content, 0, read).toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
