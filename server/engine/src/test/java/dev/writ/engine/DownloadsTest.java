package dev.writ.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.parse.ContractReader;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files over a socket, whole and in parts. */
class DownloadsTest {
    private static final int SIZE = 3 * 1024 * 1024 + 7;
    /** More than the buffers between server and client hold. */
    private static final int HUGE = 64 * 1024 * 1024;

    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: D, version: '1'}
            paths:
              /file:
                get:
                  operationId: download
                  parameters: [{name: X-File, in: header, schema: {type: string}}]
                  responses:
                    '200': {description: all, content: {application/octet-stream: {}}}
                    '206': {description: a part, content: {application/octet-stream: {}}}
            """;

    @TempDir
    private Path directory;

    private byte[] octets = {};
    private Path huge = Path.of("");
    private WritServer server;

    @BeforeEach
    void start() throws IOException {
        octets = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            octets[i] = (byte) (i % 251);
        }
        Path file = Files.write(directory.resolve("large.bin"), octets);
        huge = Files.createFile(directory.resolve("huge.bin"));
        try (FileChannel channel = FileChannel.open(huge, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), HUGE - 1);
        }
        server = Writ.contract(ContractReader.parse("downloads.yaml", CONTRACT))
                .on(
                        "download",
                        request ->
                                request.header("X-File").optional(String.class).isPresent() ? huge : file)
                .listen("127.0.0.1", 0)
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<byte[]> get(String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve("/file"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void a_file_is_sent_with_its_length() throws Exception {
        HttpResponse<byte[]> response = get();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Length")).contains(Integer.toString(SIZE));
        assertThat(response.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(response.body()).isEqualTo(octets);
    }

    @Test
    void a_part_is_sent_where_the_contract_declares_it() throws Exception {
        HttpResponse<byte[]> response = get("Range", "bytes=1000000-2999999");
        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.headers().firstValue("Content-Range")).contains("bytes 1000000-2999999/" + SIZE);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(octets, 1_000_000, 3_000_000));
        assertThat(get("Range", "bytes=9999999-").statusCode()).isEqualTo(416);
    }

    @Test
    void the_connection_serves_the_next_request_too() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            socket.setSoTimeout(10_000);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            for (int i = 0; i < 20; i++) {
                ask(socket, "");
                assertThat(received(in)).isEqualTo(octets);
            }
            // Sent before the answer to the one before has been read.
            ask(socket, "Range: bytes=0-999999\r\n");
            ask(socket, "Range: bytes=1000000-1999999\r\n");
            ask(socket, "Connection: close\r\n");
            assertThat(received(in)).isEqualTo(Arrays.copyOfRange(octets, 0, 1_000_000));
            assertThat(received(in)).isEqualTo(Arrays.copyOfRange(octets, 1_000_000, 2_000_000));
            assertThat(received(in)).isEqualTo(octets);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void a_file_that_shrinks_while_it_is_sent_ends_the_connection() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            socket.setSoTimeout(10_000);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            ask(socket, "X-File: huge\r\n");
            assertThat(length(in)).isEqualTo(HUGE);
            try (FileChannel file = FileChannel.open(huge, StandardOpenOption.WRITE)) {
                file.truncate(1);
            }
            assertThat(in.readAllBytes().length).isLessThan(HUGE);
        }
    }

    private static void ask(Socket socket, String fields) throws IOException {
        socket.getOutputStream().write(("GET /file HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n").getBytes(US_ASCII));
    }

    private static byte[] received(DataInputStream in) throws IOException {
        byte[] content = new byte[length(in)];
        in.readFully(content);
        return content;
    }

    /** What the head of an answer says of its content. */
    private static int length(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as(head.toString()).isNotNegative();
            head.append((char) next);
        }
        Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        assertThat(length.find()).as(head.toString()).isTrue();
        return Integer.parseInt(length.group(1));
    }
}
