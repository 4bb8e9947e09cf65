package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.api.FilePart;
import dev.writ.api.OperationId;
import dev.writ.api.TypedResponse;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.validate.form.UploadLimits;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms as arguments of resources, over a socket, with files on disk. */
class FormsTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: F, version: '1'}
            paths:
              /photos:
                post:
                  operationId: addPhoto
                  requestBody:
                    required: true
                    content:
                      multipart/form-data:
                        schema: {$ref: '#/components/schemas/Photo'}
                  responses: {'200': {description: ok, content: {text/plain: {schema: {type: string}}}}}
              /search:
                post:
                  operationId: search
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema: {type: object, properties: {q: {type: string}, page: {type: integer, minimum: 1}}}
                  responses: {'200': {description: ok, content: {text/plain: {schema: {type: string}}}}}
              /raw:
                post:
                  operationId: raw
                  requestBody: {content: {application/octet-stream: {}}}
                  responses: {'200': {description: ok, content: {text/plain: {schema: {type: string}}}}}
            components:
              schemas:
                Photo:
                  type: object
                  required: [file, title]
                  properties:
                    title: {type: string, maxLength: 5}
                    file: {type: string, format: binary}
                    more: {type: array, items: {type: string, format: binary}}
                    where: {type: object, properties: {lat: {type: number}}}
            """;
    private static final int KIB = 1024;

    record Where(double lat) {}

    record Photo(String title, FilePart file, List<FilePart> more, Optional<Where> where) {}

    record Search(String q, Integer page) {}

    static final class Text extends TypedResponse {
        Text(String text) {
            super(200, Payload.of(text, "text/plain"));
        }
    }

    @Path("/")
    interface Api {
        @POST
        @Path("/photos")
        @OperationId("addPhoto")
        Text addPhoto(Photo body) throws IOException;

        @POST
        @Path("/search")
        @OperationId("search")
        Text search(Search body);

        @POST
        @Path("/raw")
        @OperationId("raw")
        Text raw(InputStream body) throws IOException;
    }

    static final class Resource implements Api {
        static final List<FilePart> RECEIVED = new CopyOnWriteArrayList<>();

        @Override
        public Text addPhoto(Photo body) throws IOException {
            RECEIVED.add(body.file());
            if (body.title().equals("fail")) {
                throw new IllegalStateException("as asked for");
            }
            int more = body.more() == null ? 0 : body.more().size();
            return new Text(body.title() + " " + body.file().fileName().orElse("-") + " "
                    + body.file().size() + " "
                    + body.file().open().readAllBytes().length + " " + more + " "
                    + body.where().map(Where::lat).orElse(0.0));
        }

        @Override
        public Text search(Search body) {
            return new Text(body.q() + " " + body.page());
        }

        @Override
        public Text raw(InputStream body) throws IOException {
            return new Text(Integer.toString(body.readAllBytes().length));
        }
    }

    @TempDir
    private java.nio.file.Path directory;

    private WritServer server;

    @BeforeEach
    void start() throws IOException {
        server = Writ.contract(ContractReader.parse("forms.yaml", CONTRACT))
                .resources(Resource.class)
                .uploads(UploadLimits.DEFAULT
                        .withMemory(10 * KIB)
                        .withPartSize(200L * KIB)
                        .withSize(300L * KIB)
                        .withDirectory(directory))
                .listen("127.0.0.1", 0)
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String send(String path, String type, byte[] body) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head(path, type, body.length));
            out.write(body);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] head(String path, String type, int length) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] photo(String title, int size) {
        return ("--x\r\nContent-Disposition: form-data; name=title\r\n\r\n" + title
                        + "\r\n--x\r\nContent-Disposition: form-data; name=file; filename=a.png\r\n\r\n"
                        + "P".repeat(size)
                        + "\r\n--x\r\nContent-Disposition: form-data; name=more\r\n\r\nQ\r\n--x\r\n"
                        + "Content-Disposition: form-data; name=where\r\n\r\n{\"lat\": 1.5}\r\n--x--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({"cat, 10, cat a.png 10 10 1 1.5", "dog, 150000, dog a.png 150000 150000 1 1.5"})
    void a_form_is_one_argument(String title, int size, String expected) throws IOException {
        assertThat(send("/photos", "multipart/form-data; boundary=x", photo(title, size)))
                .startsWith("HTTP/1.1 200")
                .endsWith(expected);
        assertThat(send(
                        "/search",
                        "application/x-www-form-urlencoded",
                        "q=a+b&page=2".getBytes(StandardCharsets.US_ASCII)))
                .endsWith("a b 2");
        assertThat(send("/search", "application/x-www-form-urlencoded", "page=0".getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 400")
                .contains("page: must be at least 1");
    }

    @Test
    void octets_need_not_fit_into_memory() throws IOException {
        assertThat(send("/raw", "application/octet-stream", new byte[250 * KIB]))
                .endsWith(Integer.toString(250 * KIB));
        assertThat(send("/raw", "application/octet-stream", new byte[301 * KIB]))
                .startsWith("HTTP/1.1 413");
        assertThat(send("/photos", "multipart/form-data; boundary=x", photo("cat", 201 * KIB)))
                .startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @CsvSource({"cat, 200", "too long, 400", "fail, 500"})
    void files_are_gone_once_the_request_is_answered(String title, int status) throws IOException {
        assertThat(send("/photos", "multipart/form-data; boundary=x", photo(title, 150 * KIB)))
                .startsWith("HTTP/1.1 " + status);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Resource.RECEIVED.stream().allMatch(FormsTest::isClosed));
        assertNothingIsOpen();
    }

    @Test
    void files_are_gone_once_the_client_is() throws IOException {
        byte[] body = photo("cat", 150 * KIB);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            socket.getOutputStream().write(head("/photos", "multipart/form-data; boundary=x", body.length));
            socket.getOutputStream().write(body, 0, 100 * KIB);
            socket.getOutputStream().flush();
        }
        assertNothingIsOpen();
    }

    private static boolean isClosed(FilePart file) {
        try {
            file.open();
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** On Linux: no descriptor of this process leads to the directory, be the file's name gone or not. */
    private void assertNothingIsOpen() {
        await().atMost(Duration.ofSeconds(20)).until(() -> !isAnythingThere() && openHere() == 0);
    }

    private boolean isAnythingThere() throws IOException {
        try (var names = Files.list(directory)) {
            return names.findAny().isPresent();
        }
    }

    private long openHere() throws IOException {
        java.nio.file.Path descriptors = java.nio.file.Path.of("/proc/self/fd");
        if (!Files.exists(descriptors)) {
            return 0;
        }
        try (var all = Files.list(descriptors)) {
            return all.filter(descriptor -> leadsTo(descriptor, directory)).count();
        }
    }

    private static boolean leadsTo(java.nio.file.Path descriptor, java.nio.file.Path directory) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith(directory.toString());
        } catch (IOException e) {
            return false;
        }
    }
}
