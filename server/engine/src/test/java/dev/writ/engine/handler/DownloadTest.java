package dev.writ.engine.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.api.ContentDisposition;
import dev.writ.api.FileContent;
import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.Settings;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.HttpDate;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, streams and bytes as answers: whole, in pieces, in parts. */
class DownloadTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components:
              schemas:
                Secret: {type: object, properties: {a: {type: string}, b: {type: string, writeOnly: true}}}
            paths:
              /parts:
                get:
                  operationId: parts
                  responses:
                    '200': {description: all, content: {application/octet-stream: {schema: {type: string, format: binary}}}}
                    '206': {description: some, content: {'*/*': {}}}
              /single:
                get:
                  operationId: single
                  responses:
                    '200': {description: all, content: {application/octet-stream: {}}}
                    '206': {description: some, content: {application/octet-stream: {}}}
              /text:
                get:
                  operationId: text
                  responses:
                    2XX: {description: all, content: {text/plain: {schema: {type: string}}}}
                    '206': {description: some, content: {text/plain: {schema: {type: string}}}}
              /whole:
                get:
                  operationId: whole
                  responses: {'200': {description: all, content: {application/octet-stream: {}}}}
              /json:
                get:
                  operationId: json
                  responses:
                    '200': {description: all, content: {application/json: {schema: {$ref: '#/components/schemas/Secret'}}}}
                    '206': {description: some, content: {application/json: {schema: {$ref: '#/components/schemas/Secret'}}}}
              /posted:
                post:
                  operationId: posted
                  responses:
                    '200': {description: all, content: {application/octet-stream: {}}}
                    '206': {description: some, content: {application/octet-stream: {}}}
            """;
    private static final Instant MODIFIED = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final String DATE = "Fri, 02 Jan 2026 03:04:05 GMT";
    private static final int LARGE = 1_000_000;

    @TempDir
    private Path folder;

    private byte[] bytes = new byte[LARGE];
    private Object answer = "";

    @BeforeEach
    void fill() throws IOException {
        new Random(1).nextBytes(bytes);
        answer = file("large.bin", bytes);
    }

    private Path file(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
    }

    private Engine engine() {
        EngineBuilder builder = new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .settings(Settings.DEFAULT.withResponseChecks(ResponseChecks.ENFORCE));
        for (String id : new String[] {"parts", "single", "text", "whole", "json", "posted"}) {
            builder.on(id, Handlers.of(request -> answer));
        }
        return builder.build();
    }

    private Response send(String method, String path, String... fields) {
        Headers headers = Headers.none();
        for (int i = 0; i < fields.length; i += 2) {
            headers = headers.with(fields[i], fields[i + 1]);
        }
        return engine().handle(new Request(
                "id",
                "127.0.0.1",
                method,
                URI.create("http://localhost/"),
                path,
                Optional.empty(),
                headers,
                BodySource.of(new byte[0])));
    }

    private Response get(String path, String... fields) {
        return send("GET", path, fields);
    }

    /** As a transport would have it, a piece at a time. */
    private static byte[] content(Response response) throws Exception {
        if (response.content().pieces().isEmpty()) {
            return response.content().bytes();
        }
        CompletableFuture<byte[]> all = new CompletableFuture<>();
        response.content().pieces().get().subscribe(new Flow.Subscriber<>() {
            private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
            private Flow.@Nullable Subscription mine;

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                mine = subscription;
                subscription.request(1);
            }

            @Override
            public void onNext(ByteBuffer piece) {
                byte[] copy = new byte[piece.remaining()];
                piece.get(copy);
                taken.writeBytes(copy);
                if (mine != null) {
                    mine.request(1);
                }
            }

            @Override
            public void onError(Throwable failure) {
                all.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                all.complete(taken.toByteArray());
            }
        });
        return all.get();
    }

    private static String field(Response response, String name) {
        return response.headers().combined(name).orElse("");
    }

    private static void assertWhole(Response response) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(field(response, "Content-Range")).isEmpty();
    }

    @Test
    void a_file_goes_out_in_pieces_with_length_and_validators() throws Exception {
        Path path = (Path) answer;
        for (Object value : new Object[] {
            path, path.toFile(), FileContent.of(path), OperationResponse.of(200, "application/octet-stream", path)
        }) {
            answer = value;
            Response response = get("/whole");
            assertWhole(response);
            assertThat(response.content().pieces()).isPresent();
            assertThat(field(response, "Content-Length")).isEqualTo("1000000");
            assertThat(field(response, "Content-Type")).isEqualTo("application/octet-stream");
            assertThat(field(response, "Last-Modified")).isEqualTo(DATE);
            assertThat(field(response, "ETag")).matches("\"[^\"]+\"");
            assertThat(field(response, "Cache-Control")).isEqualTo("private, no-cache");
            assertThat(field(response, "Accept-Ranges")).isEmpty();
            assertThat(content(response)).isEqualTo(bytes);
        }
    }

    @Test
    void what_is_small_is_read_at_once() throws Exception {
        answer = file("small.bin", "abc".getBytes(StandardCharsets.US_ASCII));
        Response response = get("/whole");
        assertThat(response.content().bytes()).containsExactly('a', 'b', 'c');
        assertThat(field(response, "Last-Modified")).isEqualTo(DATE);
        assertThat(field(response, "Content-Length")).isEmpty();
        answer = file("empty.bin", new byte[0]);
        assertThat(get("/parts", "Range", "bytes=0-").status()).isEqualTo(200);
    }

    @Test
    void a_file_that_has_just_been_written_has_a_weak_tag() throws Exception {
        answer = Files.setLastModifiedTime((Path) answer, FileTime.from(Instant.now()));
        assertThat(field(get("/parts"), "ETag")).startsWith("W/\"");
    }

    @Test
    void the_handlers_own_validators_stay() {
        answer = OperationResponse.of(200, "application/octet-stream", answer)
                .with("ETag", "\"mine\"")
                .with("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
        assertThat(field(get("/parts"), "ETag")).isEqualTo("\"mine\"");
        assertThat(field(get("/parts"), "Last-Modified")).isEqualTo("Thu, 01 Jan 2026 00:00:00 GMT");
    }

    @Test
    void a_file_that_is_not_there_or_is_a_folder_is_a_failure_that_tells_nothing() {
        for (Path path : new Path[] {folder.resolve("missing"), folder}) {
            answer = path;
            Response response = get("/parts");
            assertThat(response.status()).isEqualTo(500);
            assertThat(new String(response.content().bytes(), StandardCharsets.UTF_8))
                    .doesNotContain("missing", folder.toString());
        }
    }

    @Test
    void a_stream_goes_out_in_pieces_too_and_is_closed() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        for (int size : new int[] {0, 10, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, LARGE}) {
            closed.set(0);
            byte[] sent = Arrays.copyOf(bytes, size);
            answer = new ByteArrayInputStream(sent) {
                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
            Response response = get("/single", "Range", "bytes=0-1");
            assertThat(response.content().pieces().isPresent()).isEqualTo(size >= 64 * 1024);
            if (size >= 64 * 1024) {
                assertWhole(response);
                assertThat(field(response, "Content-Length")).isEmpty();
                assertThat(field(response, "Accept-Ranges")).isEmpty();
                assertThat(content(response)).isEqualTo(sent);
            }
            assertThat(closed).as("of %d bytes", size).hasValue(1);
        }
    }

    @Test
    void a_stream_that_is_not_sent_is_closed() {
        AtomicInteger closed = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            answer = OperationResponse.of(200, "application/octet-stream", new ByteArrayInputStream(bytes) {
                        @Override
                        public void close() {
                            closed.incrementAndGet();
                        }
                    })
                    .with("ETag", "\"1\"");
            Response response = i == 0 ? send("HEAD", "/whole") : get("/whole", "If-None-Match", "\"1\"");
            assertThat(response.status()).isEqualTo(i == 0 ? 200 : 304);
            assertThat(response.content().isEmpty()).isTrue();
            assertThat(closed).hasValue(i + 1);
        }
    }

    /** The file has 1,000,000 bytes. */
    @ParameterizedTest
    @CsvSource({
        "bytes=0-499, bytes 0-499/1000000, 0, 500",
        "bytes=-500, bytes 999500-999999/1000000, 999500, 500",
        "bytes=999999-, bytes 999999-999999/1000000, 999999, 1",
        "bytes=0-, bytes 0-999999/1000000, 0, 1000000",
        "bytes=100000-899999, bytes 100000-899999/1000000, 100000, 800000",
        "bytes=500000-2000000, bytes 500000-999999/1000000, 500000, 500000",
        "'bytes=5-9,1000000-', bytes 5-9/1000000, 5, 5",
    })
    void one_part_is_206(String range, String contentRange, int first, int count) throws Exception {
        Path path = (Path) answer;
        for (Object value : new Object[] {path, bytes}) {
            for (String operation : new String[] {"/parts", "/single"}) {
                answer = value;
                Response whole = get(operation);
                Response response = get(operation, "Range", range);
                assertThat(response.status()).isEqualTo(206);
                assertThat(field(response, "Content-Range")).isEqualTo(contentRange);
                assertThat(field(response, "Content-Type")).isEqualTo("application/octet-stream");
                assertThat(field(response, "Accept-Ranges")).isEqualTo("bytes");
                assertThat(field(response, "ETag"))
                        .isEqualTo(field(whole, "ETag"))
                        .isNotEmpty();
                assertThat(field(response, "Last-Modified")).isEqualTo(field(whole, "Last-Modified"));
                assertThat(field(response, "Cache-Control")).isEqualTo("private, no-cache");
                assertThat(content(response)).isEqualTo(Arrays.copyOfRange(bytes, first, first + count));
                assertThat(response.headers().first("Content-Length").orElse(Integer.toString(count)))
                        .isEqualTo(Integer.toString(count));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'bytes=0-9,500000-500009', 2", "'bytes=0-0,-1', 2", "'bytes=0-99999,200000-299999,-100000', 3"})
    void several_parts_are_one_message_where_that_is_declared(String range, int count) throws Exception {
        Response response = get("/parts", "Range", range);
        assertThat(response.status()).isEqualTo(206);
        assertThat(field(response, "Content-Range")).isEmpty();
        String type = field(response, "Content-Type");
        assertThat(type).startsWith("multipart/byteranges; boundary=");
        byte[] message = content(response);
        assertThat(response.headers().first("Content-Length").orElse(Integer.toString(message.length)))
                .isEqualTo(Integer.toString(message.length));
        String text = new String(message, StandardCharsets.ISO_8859_1);
        String boundary = type.substring(type.indexOf('=') + 1);
        assertThat(text).startsWith("--" + boundary + "\r\n").endsWith("\r\n--" + boundary + "--\r\n");
        String[] parts = text.split("(?:\r\n)?--" + boundary + "(?:--)?\r\n", -1);
        assertThat(parts).hasSize(count + 2);
        String whole = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int i = 1; i <= count; i++) {
            String head = parts[i].substring(0, parts[i].indexOf("\r\n\r\n"));
            String[] place = head.replaceFirst(
                            "(?s)Content-Type: application/octet-stream\r\nContent-Range: bytes ", "")
                    .split("[-/]", -1);
            assertThat(parts[i].substring(head.length() + 4))
                    .isEqualTo(whole.substring(Integer.parseInt(place[0]), Integer.parseInt(place[1]) + 1));
        }

        assertWhole(get("/single", "Range", range));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000000-", "bytes=-0", "'bytes=2000000-3000000,-0'"})
    void what_does_not_exist_is_416(String range) {
        Response response = get("/parts", "Range", range.replace("'", ""));
        assertThat(response.status()).isEqualTo(416);
        assertThat(field(response, "Content-Range")).isEqualTo("bytes */1000000");
        assertThat(field(response, "Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-4", "items=0-4", "bytes=a-b", "", "bytes=0-600000,0-600000"})
    void what_makes_no_sense_or_is_more_than_all_is_the_whole(String range) {
        assertWhole(get("/parts", "Range", range));
    }

    @Test
    void it_is_the_contract_that_offers_parts() throws Exception {
        assertWhole(get("/whole", "Range", "bytes=0-4"));
        assertWhole(send("POST", "/posted", "Range", "bytes=0-4"));
        answer = "0123456789";
        Response text = get("/text", "Range", "bytes=2-4");
        assertThat(text.status()).isEqualTo(206);
        assertThat(content(text)).containsExactly('2', '3', '4');
        answer = OperationResponse.of(200, "application/octet-stream", bytes).with("Accept-Ranges", "none");
        assertWhole(get("/parts", "Range", "bytes=0-4"));
        assertThat(field(get("/parts"), "Accept-Ranges")).isEqualTo("none");
    }

    /** A part of UTF-8 may be no text. */
    @Test
    void a_part_is_not_checked_as_the_whole_is() throws Exception {
        answer = "äöü";
        assertThat(content(get("/text", "Range", "bytes=1-2"))).hasSize(2);
    }

    @Test
    void there_are_no_parts_of_what_has_something_in_it_that_nobody_may_see() throws Exception {
        answer = OperationResponse.json(200, Map.of("a", "x", "b", "hidden"));
        Response response = get("/json", "Range", "bytes=0-100");
        assertWhole(response);
        assertThat(new String(content(response), StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"x\"}");
        answer = OperationResponse.of(
                200,
                "application/json",
                file("a.json", "{\"a\":\"x\",\"b\":\"hidden\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(new String(content(get("/json", "Range", "bytes=0-100")), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":\"x\"}");
        answer = OperationResponse.of(
                200,
                "application/json",
                new ByteArrayInputStream(
                        ("{\"a\":\"" + "x".repeat(100_000) + "\",\"b\":\"hidden\"}").getBytes(StandardCharsets.UTF_8)));
        assertThat(new String(content(get("/json")), StandardCharsets.UTF_8))
                .doesNotContain("hidden")
                .hasSize(100_008);
    }

    /** The file was changed at D; T is its tag. */
    @ParameterizedTest
    @CsvSource({
        "If-Range, T, 206",
        "If-Range, D, 206",
        "If-Range, W/T, 200",
        "If-Range, '\"other\"', 200",
        "If-Range, 'Fri, 02 Jan 2026 03:04:04 GMT', 200",
        "If-Range, 'Fri, 02 Jan 2026 03:04:06 GMT', 200",
        "If-Range, nonsense, 200",
        "If-None-Match, T, 304",
        "If-None-Match, W/T, 304",
        "If-None-Match, *, 304",
        "If-None-Match, '\"other\"', 206",
        "If-Modified-Since, D, 304",
        "If-Modified-Since, 'Sat, 03 Jan 2026 00:00:00 GMT', 304",
        "If-Modified-Since, 'Fri, 02 Jan 2026 03:04:04 GMT', 206",
        "If-Modified-Since, nonsense, 206",
        "If-Match, T, 206",
        "If-Match, *, 206",
        "If-Match, 'W/T, T', 206",
        "If-Match, W/T, 412",
        "If-Match, '\"other\"', 412",
        "If-Unmodified-Since, D, 206",
        "If-Unmodified-Since, 'Fri, 02 Jan 2026 03:04:04 GMT', 412",
        "If-Unmodified-Since, nonsense, 206",
    })
    void conditions_come_before_parts(String name, String value, int status) {
        String tag = field(get("/parts"), "ETag");
        String text = value.equals("D") ? DATE : value.replaceAll("(?<![A-Z])T(?=,|$)", Matcher.quoteReplacement(tag));
        Response response = get("/parts", "Range", "bytes=0-4", name, text);
        assertThat(response.status()).as(text).isEqualTo(status);
        boolean hasContent = status == 200 || status == 206 || status == 412;
        assertThat(response.content().isEmpty()).isNotEqualTo(hasContent);
        if (status == 304) {
            assertThat(field(response, "ETag")).isEqualTo(tag);
            assertThat(field(response, "Content-Length")).isEmpty();
        }
    }

    @Test
    void a_date_does_not_count_beside_a_tag() {
        assertThat(get("/parts", "If-None-Match", "\"other\"", "If-Modified-Since", DATE)
                        .status())
                .isEqualTo(200);
        assertThat(get(
                                "/parts",
                                "If-Match",
                                field(get("/parts"), "ETag"),
                                "If-Unmodified-Since",
                                "Thu, 01 Jan 2026 00:00:00 GMT")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_has_just_changed_is_no_same_by_its_date() throws Exception {
        Instant now = Instant.now();
        answer = Files.setLastModifiedTime((Path) answer, FileTime.from(now));
        assertWhole(get("/parts", "Range", "bytes=0-4", "If-Range", HttpDate.of(now)));
    }

    @Test
    void head_tells_what_get_would_and_takes_no_part() {
        Response head = send("HEAD", "/parts", "Range", "bytes=0-4");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.content().isEmpty()).isTrue();
        for (String name : new String[] {"Content-Length", "ETag", "Last-Modified", "Accept-Ranges", "Content-Type"}) {
            assertThat(field(head, name))
                    .as(name)
                    .isEqualTo(field(get("/parts"), name))
                    .isNotEmpty();
        }
    }

    @Test
    void a_name_to_save_it_under_is_a_field() {
        answer = OperationResponse.of(200, "application/octet-stream", answer)
                .with("Content-Disposition", ContentDisposition.attachment("../Übersicht\".pdf"));
        assertThat(field(get("/parts"), "Content-Disposition"))
                .isEqualTo("attachment; filename=\"Ubersicht_.pdf\"; filename*=UTF-8''%C3%9Cbersicht_.pdf");
    }

    @Test
    void a_file_is_a_stream_for_everybody_else() throws Exception {
        try (InputStream stream = FileContent.of(file("small", new byte[] {1, 2, 3}))) {
            assertThat(stream.read()).isEqualTo(1);
            assertThat(stream.available()).isEqualTo(2);
            assertThat(stream.readAllBytes()).containsExactly(2, 3);
        }
        FileContent.of(folder.resolve("missing")).close();
    }

    @Test
    void content_that_comes_in_pieces_is_no_content_at_once() {
        assertThat(Content.ofPieces(subscriber -> {}).source()).isEmpty();
    }
}
