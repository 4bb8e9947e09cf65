package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.parse.ContractReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files over a socket, whole and in parts. */
class DownloadsTest {
    private static final int SIZE = 3 * 1024 * 1024 + 7;
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: D, version: '1'}
            paths:
              /file:
                get:
                  operationId: download
                  responses:
                    '200': {description: all, content: {application/octet-stream: {}}}
                    '206': {description: a part, content: {application/octet-stream: {}}}
            """;

    @TempDir
    private Path directory;

    private byte[] octets = {};
    private WritServer server;

    @BeforeEach
    void start() throws IOException {
        octets = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            octets[i] = (byte) (i % 251);
        }
        Path file = Files.write(directory.resolve("large.bin"), octets);
        server = Writ.contract(ContractReader.parse("downloads.yaml", CONTRACT))
                .on("download", request -> file)
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
}
