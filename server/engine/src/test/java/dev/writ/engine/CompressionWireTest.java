package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.Compression;
import dev.writ.engine.handler.OperationResponse;
import dev.writ.engine.http.ContentCoding;
import dev.writ.engine.parse.ContractReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Coded content over a real port, both ways, by a client that codes for itself. */
class CompressionWireTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /echo:
                post:
                  operationId: echo
                  requestBody: {content: {text/plain: {schema: {type: string}}}}
                  responses: {'200': {description: ok, content: {text/plain: {schema: {type: string}}}}}
            """;
    private static final String TEXT = "A line of text that says nothing new.\n".repeat(1000);

    private static WritServer server;

    @BeforeAll
    static void start() throws IOException {
        server = Writ.contract(ContractReader.parse("t.yaml", CONTRACT))
                .on(
                        "echo",
                        request -> OperationResponse.text(200, request.body().asText()))
                .compression(Compression.DEFAULT.withAnswers(Compression.Answers.ALL))
                .listen("127.0.0.1", 0)
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] gzip(String text) {
        return ContentCoding.GZIP.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(server.uri().resolve(path));
    }

    @Test
    void content_goes_coded_both_ways() throws Exception {
        for (HttpRequest.BodyPublisher body : new HttpRequest.BodyPublisher[] {
            HttpRequest.BodyPublishers.ofByteArray(gzip(TEXT)),
            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(gzip(TEXT))),
        }) {
            HttpResponse<byte[]> response = send(at("/echo")
                    .header("Content-Type", "text/plain")
                    .header("Content-Encoding", "gzip")
                    .header("Accept-Encoding", "gzip")
                    .POST(body));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(response.headers().firstValue("Content-Length"))
                    .contains(Integer.toString(response.body().length));
            assertThat(response.body()).hasSizeLessThan(1000);
            try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
                assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(TEXT);
            }
        }
    }

    @Test
    void the_viewer_is_coded_by_default_and_head_tells_the_same() throws Exception {
        URI script = server.uri().resolve("/ui/swagger-ui-bundle.js");
        HttpResponse<byte[]> plain = send(HttpRequest.newBuilder(script));
        HttpResponse<byte[]> coded =
                send(HttpRequest.newBuilder(script).header("Accept-Encoding", "gzip, deflate, br"));
        assertThat(coded.body().length).isLessThan(plain.body().length / 2);
        assertThat(coded.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(plain.headers().firstValue("Vary")).contains("Accept-Encoding");
        HttpResponse<byte[]> head = send(HttpRequest.newBuilder(script)
                .header("Accept-Encoding", "gzip")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.headers().firstValue("Content-Length")).contains(Integer.toString(coded.body().length));
        String tag = coded.headers().firstValue("ETag").orElseThrow();
        assertThat(send(HttpRequest.newBuilder(script)
                                .header("Accept-Encoding", "gzip")
                                .header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_bomb_is_413_and_the_server_goes_on() throws Exception {
        byte[] bomb = ContentCoding.GZIP.encode(new byte[200_000_000]);
        HttpResponse<byte[]> response = send(at("/echo")
                .header("Content-Type", "text/plain")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bomb)));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(send(at("/openapi.yaml")).statusCode()).isEqualTo(200);
    }

    /** Be it cut off, or followed by what is none: what is left of it is not taken for the next request. */
    @Test
    void a_connection_goes_on_after_coded_content() throws Exception {
        byte[] coded = gzip(TEXT);
        for (byte[] sent :
                new byte[][] {coded, Arrays.copyOf(coded, coded.length - 4), Arrays.copyOf(coded, coded.length + 50_000)
                }) {
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
                socket.setSoTimeout(10_000);
                String head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n"
                        + "Content-Length: " + sent.length + "\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(sent);
                String next = "GET /openapi.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(next.getBytes(StandardCharsets.US_ASCII));
                String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                boolean taken = sent.length == coded.length;
                assertThat(answers).startsWith(taken ? "HTTP/1.1 200" : "HTTP/1.1 400");
                assertThat(answers.split("HTTP/1\\.1 ")).hasSize(3);
                assertThat(answers).contains("\"openapi\" : \"3.1.0\"");
            }
        }
    }
}
