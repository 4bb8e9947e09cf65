package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.grizzly.GrizzlyServer;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that is read while it comes, of which there is more than the server holds, however it is cut. */
@Timeout(60)
class FlowingContentTest {
    private static final String CONTRACT = """
            openapi: 3.2.0
            info: {title: T, version: '1'}
            paths:
              /items:
                post:
                  operationId: send
                  requestBody: {required: true, content: {application/jsonl: {itemSchema: {type: integer}}}}
                  responses: {'200': {description: count, content: {text/plain: {}}}}
              /now: {get: {operationId: now, responses: {'204': {description: done}}}}
            """;
    private static final byte[] HEAD = """
            POST /items HTTP/1.1
            Host: h
            Content-Type: application/jsonl
            Transfer-Encoding: chunked
            Connection: close

            """.replace("\n", "\r\n").getBytes(US_ASCII);
    private static final int ITEMS = 60_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 13, 19, 1_000, 65_535, 65_536, 65_537})
    void all_of_it_arrives(int chunk) throws Exception {
        byte[] content = "123456\n".repeat(ITEMS).getBytes(US_ASCII);
        try (GrizzlyServer server = start(ServerSettings.DEFAULT);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(HEAD);
            out.write(chunked(content, chunk));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("\r\n" + ITEMS);
        }
    }

    @Test
    void who_sends_for_as_long_as_he_likes_leaves_threads_for_others() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (GrizzlyServer server = start(ServerSettings.DEFAULT.withWorkers(4, 10))) {
            for (int i = 0; i < 3; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                slow.add(socket);
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write(HEAD);
                socket.getOutputStream().write("2\r\n1\n\r\n".getBytes(US_ASCII));
            }
            assertThat(new String(anyAnswered(slow).getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: 1");
            try (RawClient client = new RawClient(server.port())) {
                client.send("GET /now HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n");
                assertThat(client.answer().status()).isEqualTo(204);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Socket anyAnswered(List<Socket> sockets) {
        return await().until(() -> answered(sockets), Optional::isPresent).orElseThrow();
    }

    private static Optional<Socket> answered(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            if (socket.getInputStream().available() > 0) {
                return Optional.of(socket);
            }
        }
        return Optional.empty();
    }

    private static GrizzlyServer start(ServerSettings settings) throws Exception {
        return GrizzlyServer.start(
                "127.0.0.1",
                0,
                new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                        .on("send", call -> {
                            int count = 0;
                            for (var items = call.arguments().items().orElseThrow(); items.hasNext(); items.next()) {
                                count++;
                            }
                            return Response.of(
                                    200, "text/plain", Integer.toString(count).getBytes(UTF_8));
                        })
                        .on("now", call -> Response.of(204))
                        .build(),
                settings,
                Duration.ofSeconds(5));
    }

    private static byte[] chunked(byte[] content, int size) {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        for (int at = 0; at < content.length; at += size) {
            byte[] data = Arrays.copyOfRange(content, at, Math.min(content.length, at + size));
            framed.writeBytes((Integer.toHexString(data.length) + "\r\n").getBytes(US_ASCII));
            framed.writeBytes(data);
            framed.writeBytes("\r\n".getBytes(US_ASCII));
        }
        framed.writeBytes("0\r\n\r\n".getBytes(US_ASCII));
        return framed.toByteArray();
    }
}
