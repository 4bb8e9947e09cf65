package dev.writ.engine.grizzly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GrizzlyServerTest {
    private static final int SECONDS = 20;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch mayGo = new CountDownLatch(1);

    private Response slow(dev.writ.engine.http.Request request) {
        if (request.path().equals("/slow")) {
            arrived.countDown();
            try {
                assertThat(mayGo.await(SECONDS, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                return Response.of(500);
            }
        }
        return Response.of(200, "text/plain", "done".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_stop_lets_running_requests_finish_and_answers_others_with_a_problem() throws Exception {
        GrizzlyServer server = GrizzlyServer.start("127.0.0.1", 0, this::slow);
        try (Connection running = new Connection(server.port());
                Connection idle = new Connection(server.port())) {
            assertThat(idle.request("/quick")).startsWith("HTTP/1.1 200");
            running.send("/slow");
            assertThat(arrived.await(SECONDS, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            String late = idle.request("/quick");
            while (late.startsWith("HTTP/1.1 200")) { // the stop has not begun yet
                late = idle.request("/quick");
            }
            assertThat(late)
                    .startsWith("HTTP/1.1 503")
                    .containsIgnoringCase("Content-Type: application/problem+json")
                    .doesNotContainIgnoringCase("grizzly");
            assertThat(stopped).isNotDone();

            mayGo.countDown();
            assertThat(running.answer()).startsWith("HTTP/1.1 200").contains("done");
            stopped.get(SECONDS, TimeUnit.SECONDS);
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
