package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.grizzly.GrizzlyServer;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
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
        try (GrizzlyServer server = start();
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

    private static GrizzlyServer start() throws Exception {
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
                        .build(),
                ServerSettings.DEFAULT,
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
