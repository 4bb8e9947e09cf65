package dev.writ.engine;

import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.handler.OperationHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A server of {@code streams.yaml}, and clients. */
final class StreamScene {
    static final Duration LONG = Duration.ofSeconds(20);
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    private StreamScene() {}

    static Map<String, Object> reading(int value) {
        return Map.of("name", "n", "value", value);
    }

    static Writ writ(String operationId, OperationHandler handler) {
        return Writ.contract("streams.yaml")
                .unimplemented(Unimplemented.NOT_IMPLEMENTED)
                .on(operationId, handler)
                .listen("127.0.0.1", 0);
    }

    static HttpResponse<String> get(WritServer server, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.uri().resolve(path)).timeout(LONG);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A raw connection that has sent a GET. */
    static final class Raw implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;

        Raw(WritServer server, String requestLine, String... fields) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
            socket.setSoTimeout((int) LONG.toMillis());
            String head = requestLine + "\r\nHost: localhost\r\n"
                    + Stream.of(fields).map(field -> field + "\r\n").reduce("", String::concat) + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** The next line that contains this. */
        String await(String text) throws IOException {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.contains(text)) {
                    return line;
                }
            }
            throw new IOException("the connection ended before " + text);
        }

        String rest() throws IOException {
            StringBuilder rest = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                rest.append((char) c);
            }
            return rest.toString();
        }

        void leave() throws IOException {
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Counts what is pulled, and whether it was closed. */
    static final class Source {
        private final AtomicInteger pulled = new AtomicInteger();
        private final AtomicBoolean closed = new AtomicBoolean();

        AtomicInteger pulled() {
            return pulled;
        }

        AtomicBoolean closed() {
            return closed;
        }

        Stream<Map<String, Object>> endless(String filling) {
            return Stream.generate(() -> Map.<String, Object>of("name", filling, "value", pulled.incrementAndGet()))
                    .onClose(() -> closed.set(true));
        }
    }
}
