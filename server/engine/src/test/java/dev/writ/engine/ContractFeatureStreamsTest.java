package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.Settings;
import dev.writ.engine.http.ContentCoding;
import dev.writ.engine.jersey.ContractFeature;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.spi.OperationListener;
import dev.writ.engine.testing.CapturedLog;
import dev.writ.engine.validate.form.UploadLimits;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ChunkedOutput;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads, and answers that are sequences, of an application that dispatches by itself. */
class ContractFeatureStreamsTest {
    private static final String CONTRACT = """
            openapi: 3.2.0
            info: {title: A, version: '1'}
            paths:
              /photos:
                post:
                  operationId: addPhoto
                  requestBody:
                    content:
                      multipart/form-data:
                        schema: {type: object, required: [file], properties: {file: {type: string, format: binary}}}
                      application/octet-stream: {}
                      application/json: {schema: {type: object, properties: {id: {readOnly: true}}}}
                  responses: {'200': {description: p, content: {text/plain: {schema: {type: string}}}}}
              /lines/{kind}:
                get:
                  operationId: lines
                  parameters: [{name: kind, in: path, required: true, schema: {type: string}}]
                  responses:
                    '200':
                      description: l
                      content:
                        application/jsonl: {itemSchema: &item {type: object, properties: {n: {type: integer}}}}
                        application/json-seq: {itemSchema: *item}
                        application/x-ndjson:
                          itemSchema: {type: object, properties: {n: {}, secret: {type: string, writeOnly: true}}}
              /events:
                get:
                  operationId: events
                  responses: {'200': {description: e, content: {text/event-stream: {itemSchema: {type: object}}}}}
            """;

    @RegisterExtension
    private final CapturedLog log = CapturedLog.ofEverything();

    @TempDir
    private java.nio.file.Path directory;

    private final List<OperationListener.Answered> answers = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream client = new ByteArrayOutputStream();
    /** What the client has when each item has been written and flushed. */
    private final List<Integer> sent = new ArrayList<>();

    private ResponseChecks checks = ResponseChecks.ENFORCE;
    private String seen = "";

    @Path("/")
    public final class Resources {
        @POST
        @Path("photos")
        public Response addPhoto(@HeaderParam("Content-Length") String length, InputStream body) throws IOException {
            long open = openHere();
            int size = body.readAllBytes().length;
            seen = length + " " + size + " " + open;
            return Response.ok(seen).type("text/plain").build();
        }

        @GET
        @Path("lines/{kind}")
        public Response lines(@PathParam("kind") String kind) {
            return switch (kind) {
                case "valid" -> sequence("application/jsonl", "{\"n\":1}\n", "{\"n\":2}\n");
                case "cut" -> sequence("application/jsonl", "{\"n\":1}\n{\"n\"", ":2}\n{\"n\":3}");
                case "invalid" -> sequence("application/jsonl", "{\"n\":1}\n", "{\"n\":\"x\"}\n", "{\"n\":3}\n");
                case "none" -> sequence("application/jsonl", "{\"n\":1}\n", "nonsense\n");
                case "stubborn" -> stubborn();
                case "texts" ->
                    sequence("application/json-seq", "\u001E{\"n\":\n1}\n", "\u001E{\"n\":2}\n", "\u001E{\"n\":3}\n");
                case "secret" -> sequence("application/x-ndjson", "{\"n\":1,\"secret\":\"s\"}\n", "{\"n\":2}\n");
                case "undeclared" -> sequence("text/csv", "1\n");
                default -> sequence("application/jsonl", ("{\"n\":" + "1".repeat(99) + "}\n").repeat(200_000), "[]\n");
            };
        }

        @GET
        @Path("events")
        public ChunkedOutput<String> events() throws IOException {
            ChunkedOutput<String> output = new ChunkedOutput<>(String.class);
            new Thread(() -> {
                        try (output) {
                            output.write("data: 1\n\n");
                            output.write("data: 2\n\n");
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .start();
            return output;
        }
    }

    private Response sequence(String type, String... pieces) {
        StreamingOutput output = stream -> {
            for (String piece : pieces) {
                stream.write(piece.getBytes(StandardCharsets.UTF_8));
                stream.flush();
                sent.add(client.size());
            }
        };
        return Response.ok(output).type(type).build();
    }

    /** Writes on, whatever is thrown. */
    private Response stubborn() {
        StreamingOutput output = stream -> {
            for (String piece : List.of("{\"n\":1}\n", "[]\n", "{\"n\":3}\n", "x")) {
                try {
                    stream.write(piece.getBytes(StandardCharsets.UTF_8));
                } catch (IOException | RuntimeException e) {
                    sent.add(-1);
                }
            }
        };
        return Response.ok(output).type("application/jsonl").build();
    }

    private long openHere() throws IOException {
        java.nio.file.Path descriptors = java.nio.file.Path.of("/proc/self/fd");
        if (!Files.exists(descriptors)) {
            return 0;
        }
        try (var all = Files.list(descriptors)) {
            return all.filter(this::leadsHere).count();
        }
    }

    private boolean leadsHere(java.nio.file.Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith(directory.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private ApplicationHandler application() {
        return new ApplicationHandler(new ResourceConfig()
                // Else Jersey holds 8 KiB back.
                .property(ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 0)
                .register(new Resources())
                .register(ContractFeature.of(ContractReader.parse("a.yaml", CONTRACT))
                        .settings(Settings.DEFAULT
                                .withResponseChecks(checks)
                                .withUploads(UploadLimits.DEFAULT
                                        .withMemory(10_000)
                                        .withSize(200_000)
                                        .withDirectory(directory))))
                .register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        OperationListener listener = answers::add;
                        bind(listener).to(OperationListener.class);
                    }
                }));
    }

    private ContainerResponse send(String method, String path, Map<String, String> head, byte[] body) throws Exception {
        ApplicationHandler application = application();
        ContainerRequest request = new ContainerRequest(
                URI.create("http://localhost/"),
                URI.create("http://localhost" + path),
                method,
                null,
                new MapPropertiesDelegate(),
                application.getConfiguration());
        head.forEach(request::header);
        request.setEntityStream(new ByteArrayInputStream(body));
        return application.apply(request, client).get(20, TimeUnit.SECONDS);
    }

    private ContainerResponse post(String type, byte[] body) throws Exception {
        return send(
                "POST", "/photos", Map.of("Content-Type", type, "Content-Length", Integer.toString(body.length)), body);
    }

    private static byte[] photo(int size) {
        return ("--x\r\nContent-Disposition: form-data; name=file; filename=a.png\r\n\r\n" + "P".repeat(size)
                        + "\r\n--x--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void an_upload_is_kept_once_and_where_the_application_says() throws Exception {
        assumeTrue(Files.exists(java.nio.file.Path.of("/proc/self/fd")), "descriptors are seen on Linux alone");
        byte[] photo = photo(100_000);
        post("multipart/form-data; boundary=x", photo);
        assertThat(seen).isEqualTo(photo.length + " " + photo.length + " 1");
        post("application/octet-stream", new byte[150_000]);
        assertThat(seen).isEqualTo("150000 150000 1");
        await().until(() -> openHere() == 0);
    }

    @Test
    void an_upload_is_bounded_and_judged_as_the_application_says() throws Exception {
        assertThat(post("multipart/form-data; boundary=x", photo(201_000)).getStatus())
                .isEqualTo(413);
        assertThat(post("multipart/form-data; boundary=x", "--x--".getBytes(StandardCharsets.US_ASCII))
                        .getStatus())
                .isEqualTo(400);
        await().until(() -> openHere() == 0);
    }

    @Test
    void content_that_is_not_what_was_sent_has_not_its_length() throws Exception {
        byte[] plain = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] coded = ContentCoding.list("gzip").orElseThrow().get(0).encode(plain);
        send(
                "POST",
                "/photos",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Content-Length",
                        Integer.toString(coded.length),
                        "Content-Encoding",
                        "gzip"),
                coded);
        assertThat(seen).isEqualTo("null 7 0");
        post("application/json", "{\"id\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(seen).isEqualTo("null 2 0");
        post("application/json", plain);
        assertThat(seen).isEqualTo("7 7 0");
    }

    /** How much has been sent after each piece, and in the end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "valid | 8, 16 | 16",
                "cut | 8, 16 | 23",
                "texts | 0, 10, 19 | 28",
                "secret | 8, 16 | 16",
            })
    void an_item_goes_once_it_is_whole(String kind, String meanwhile, int size) throws Exception {
        ContainerResponse response = send("GET", "/lines/" + kind, Map.of("Accept", "*/*"), new byte[0]);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(sent.toString()).isEqualTo("[" + meanwhile + "]");
        assertThat(client.size()).isEqualTo(size);
        assertThat(client.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"invalid, REPORT, 1", "none, REPORT, 1", "none, OFF, 0", "large, REPORT, 1"})
    void what_is_wrong_with_an_item_is_told(String kind, ResponseChecks choice, int violations) throws Exception {
        checks = choice;
        ContainerResponse response = send("GET", "/lines/" + kind, Map.of(), new byte[0]);

        assertThat(response.getStatus()).isEqualTo(200);
        await().until(() -> !answers.isEmpty());
        assertThat(answers).singleElement().satisfies(answered -> {
            assertThat(answered.violations()).hasSize(violations);
            assertThat(answered.bytes()).isEqualTo(client.size());
        });
    }

    @ParameterizedTest
    @CsvSource({"invalid", "none", "stubborn"})
    void enforcing_ends_the_answer_before_an_item_that_is_none(String kind) throws Exception {
        send("GET", "/lines/" + kind, Map.of(), new byte[0]);

        assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo("{\"n\":1}\n");
        await().until(() -> !answers.isEmpty());
        assertThat(answers)
                .singleElement()
                .satisfies(answered -> assertThat(answered.violations()).hasSize(1));
        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line.getFormattedMessage()).contains("/lines/" + kind));
    }

    @Test
    void enforcing_refuses_a_sequence_by_its_head() throws Exception {
        ContainerResponse response = send("GET", "/lines/undeclared", Map.of(), new byte[0]);
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getMediaType()).hasToString("application/problem+json");
    }

    @Test
    void events_pass_one_by_one() throws Exception {
        ContainerResponse response = send("GET", "/events", Map.of("Accept", "text/event-stream"), new byte[0]);
        assertThat(response.getStatus()).isEqualTo(200);
        await().until(() -> client.toString(StandardCharsets.UTF_8).equals("data: 1\n\ndata: 2\n\n"));
        await().until(() -> !answers.isEmpty());
        assertThat(answers)
                .singleElement()
                .satisfies(answered -> assertThat(answered.violations()).isEmpty());
    }
}
