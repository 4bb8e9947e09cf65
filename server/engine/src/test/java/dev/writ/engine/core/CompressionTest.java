package dev.writ.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.api.EntityTags;
import dev.writ.engine.core.Compression.Answers;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.ContentCoding;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.validate.ReceivedBody;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content of requests and answers in a coding, with all that hangs by it. */
class CompressionTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /pets:
                get:
                  operationId: read
                  responses: {default: {description: any, content: {'*/*': {}}}}
                post:
                  operationId: write
                  requestBody:
                    content:
                      application/json: {schema: {type: object, properties: {name: {type: string}}}}
                  responses: {'200': {description: ok, content: {text/plain: {}}}}
                put:
                  operationId: replace
                  responses: {'204': {description: none}}
            """;
    private static final int LIMIT = 20_000;
    private static final byte[] LARGE = "tick ".repeat(1000).getBytes(StandardCharsets.UTF_8);

    private String seen = "";
    private Response answer = Response.of(200, "text/plain", LARGE);
    private Settings settings = Settings.DEFAULT
            .withMaxBodySize(LIMIT)
            .withResponseChecks(ResponseChecks.ENFORCE)
            .withCompression(Compression.DEFAULT.withAnswers(Answers.ALL));

    private Engine engine() {
        return new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("read", call -> {
                    seen = call.request().headers().combined("If-None-Match").orElse("");
                    return answer;
                })
                .on("write", call -> {
                    byte[] body =
                            call.arguments().received().map(ReceivedBody::bytes).orElse(new byte[0]);
                    Headers headers = call.request().headers();
                    seen = headers.combined("Content-Encoding").orElse("plain")
                            + headers.combined("Content-Length").orElse("");
                    return Response.of(200, "text/plain", body);
                })
                .on("replace", call -> {
                    seen = call.request().headers().combined("If-Match").orElse("");
                    return Response.of(204).withHeader("ETag", "\"v2\"");
                })
                .settings(settings)
                .build();
    }

    private Response write(String coding, byte[] sent) {
        return write(coding, BodySource.of(sent));
    }

    private Response write(String coding, BodySource sent) {
        Headers headers = Headers.of("Content-Type", "application/json")
                .with("Content-Encoding", coding)
                .with("Content-Length", "7");
        return engine().handle(Requests.request("POST", "/pets", headers, sent));
    }

    private Response read(String... fields) {
        return send("GET", "/pets", fields);
    }

    private Response send(String method, String path, String... fields) {
        Headers headers = Headers.none();
        for (int i = 0; i < fields.length; i += 2) {
            headers = headers.with(fields[i], fields[i + 1]);
        }
        return engine().handle(Requests.request(method, path, headers, BodySource.of(new byte[0])));
    }

    private static byte[] coded(String field, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (ContentCoding coding : ContentCoding.list(field).orElseThrow()) {
            bytes = coding.encode(bytes);
        }
        return bytes;
    }

    private static String decoded(Response response) throws Exception {
        return new String(
                ContentCoding.GZIP
                        .decode(new ByteArrayInputStream(response.content().bytes()), Integer.MAX_VALUE)
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "deflate", "gzip, gzip", "deflate, gzip", "identity"})
    void content_is_what_it_was_before_it_was_coded(String field) {
        Response response = write(field, coded(field, "{\"name\":\"Rex\"}"));
        assertThat(Requests.text(response)).isEqualTo("{\"name\":\"Rex\"}");
        assertThat(seen).isEqualTo("plain");
    }

    @Test
    void it_is_checked_as_any_other() {
        Response response = write("gzip", coded("gzip", "{\"name\":1}"));
        assertThat(response.status()).isEqualTo(400);
        assertThat(Requests.text(response)).contains("\"pointer\":\"/name\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, br", "compress", "gzip, gzip, gzip", "*"})
    void codings_that_are_not_known_are_415_unread(String field) {
        Response response = write(field, Requests.unreadable(OptionalLong.of(7)));
        assertThat(response.status()).isEqualTo(415);
        assertThat(response.headers().all("Accept-Encoding")).containsExactly("gzip, deflate");
    }

    @Test
    void none_is_taken_where_that_was_chosen() {
        settings = settings.withCompression(Compression.DEFAULT.withRequests(false));
        Response response = write("gzip", Requests.unreadable(OptionalLong.of(7)));
        assertThat(response.status()).isEqualTo(415);
        assertThat(response.headers().all("Accept-Encoding")).containsExactly("identity");
        assertThat(write("identity", coded("", "{}")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "gzip, gzip"})
    void what_inflates_to_more_than_is_taken_is_413(String field) {
        String most = "\"" + "a".repeat(LIMIT - 2) + "\"";
        assertThat(write(field, coded(field, most + " ")).status()).isEqualTo(413);
        assertThat(write(field, coded(field, most)).status()).isEqualTo(400);
        Response bomb = write(field, coded(field, " ".repeat(10_000_000)));
        assertThat(bomb.status()).isEqualTo(413);
        assertThat(Requests.text(bomb)).contains("At most " + LIMIT + " bytes");
    }

    @Test
    void the_declared_length_is_that_of_the_coded_form() {
        assertThat(write("gzip", Requests.unreadable(OptionalLong.of(LIMIT + 1)))
                        .status())
                .isEqualTo(413);
        assertThat(write("gzip", BodySource.of(OptionalLong.empty(), Requests.endless()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_is_not_coded_as_it_says_is_a_violation() {
        byte[] whole = coded("gzip", "{\"name\":\"Rex\"}");
        byte[] flipped = whole.clone();
        flipped[whole.length - 6] ^= 1;
        Map<String, byte[]> broken = Map.of(
                "the content is not gzip",
                coded("", "{\"name\":\"Rex\"}"),
                "the content ends before its coding does",
                Arrays.copyOf(whole, whole.length - 1),
                "a checksum of the content is wrong",
                flipped);
        broken.forEach((message, sent) -> {
            Response response = write("gzip", sent);
            assertThat(response.status()).isEqualTo(400);
            assertThat(Requests.text(response))
                    .contains("{\"in\":\"body\",\"pointer\":\"\",\"keyword\":\"encoding\",\"message\":\"" + message
                            + "\"");
        });
    }

    @Test
    void nothing_sent_needs_no_coding() {
        assertThat(write("gzip", new byte[0]).status()).isEqualTo(200);
        assertThat(write("gzip", BodySource.of(OptionalLong.empty(), new ByteArrayInputStream(new byte[0])))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, Accept-Encoding",
                "'', -, Accept-Encoding",
                "gzip, gzip, Accept-Encoding",
                "'br, gzip;q=0.1', gzip, Accept-Encoding",
                "*, gzip, Accept-Encoding",
                "'gzip;q=0.4, identity;q=0.5', -, Accept-Encoding",
                "gzip;q=0, -, Accept-Encoding",
                "'deflate', -, Accept-Encoding",
                "'identity;q=0', -, Accept-Encoding",
            })
    void it_is_the_client_that_says_how(String accepted, String coding, String vary) throws Exception {
        Response response = accepted == null ? read() : read("Accept-Encoding", accepted);
        assertThat(response.headers().combined("Content-Encoding").orElse(null)).isEqualTo(coding);
        assertThat(response.headers().combined("Vary").orElse("")).contains(vary);
        assertThat(coding == null ? Requests.text(response) : decoded(response))
                .isEqualTo(new String(LARGE, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "application/problem+json, true",
        "image/svg+xml, true",
        "text/html; charset=utf-8, true",
        "application/yaml, true",
        "image/png, false",
        "application/zip, false",
        "application/octet-stream, false",
        "video/mp4, false",
        "application/jsonish, false",
    })
    void what_is_dense_already_stays_as_it_is(String type, boolean worth) {
        settings = settings.withResponseChecks(ResponseChecks.OFF);
        answer = Response.of(200, type, LARGE);
        Response response = read("Accept-Encoding", "gzip");
        assertThat(response.headers().all("Content-Encoding").contains("gzip")).isEqualTo(worth);
        assertThat(response.headers().combined("Vary").orElse("").contains("Accept-Encoding"))
                .isEqualTo(worth);
        assertThat(read("Accept-Encoding", "gzip, identity;q=0").headers().all("Content-Encoding"))
                .containsExactly("gzip");
    }

    @Test
    void what_is_small_stays_as_it_is_but_for_who_takes_nothing_else() throws Exception {
        answer = Response.of(200, "text/plain", new byte[] {'a'});
        Response small = read("Accept-Encoding", "gzip");
        assertThat(small.headers().all("Content-Encoding")).isEmpty();
        assertThat(small.headers().combined("Vary")).contains("Accept, Accept-Encoding");
        Response asked = read("Accept-Encoding", "gzip, *;q=0");
        assertThat(decoded(asked)).isEqualTo("a");
    }

    @Test
    void what_may_not_be_coded_is_not() {
        for (Response one : new Response[] {
            answer.withHeader("Cache-Control", "private, no-transform"),
            answer.withHeader("Cache-Control", "No-Transform"),
            answer.withHeader("Content-Encoding", "br"),
            answer.withHeader("Content-Encoding", "gzip"),
            new Response(206, answer.headers().with("Content-Range", "bytes 0-4999/9999"), answer.content()),
        }) {
            answer = one;
            Response response = read("Accept-Encoding", "gzip, identity;q=0", "Accept", "text/plain");
            assertThat(response.content().bytes()).isEqualTo(LARGE);
            assertThat(response.headers().all("Content-Encoding"))
                    .isEqualTo(one.headers().all("Content-Encoding"));
            assertThat(response.headers().combined("Vary").orElse("")).doesNotContain("Encoding");
        }
    }

    @Test
    void there_is_nothing_to_code_where_there_is_no_content() {
        answer = new Response(200, Headers.of("Content-Type", "text/plain"), Content.empty());
        settings = settings.withResponseChecks(ResponseChecks.OFF);
        Response response = read("Accept-Encoding", "gzip, identity;q=0");
        assertThat(response.content().isEmpty()).isTrue();
        assertThat(response.headers().all("Content-Encoding")).isEmpty();
    }

    @Test
    void head_is_get_without_content() {
        for (String accepted : new String[] {"", "gzip"}) {
            Response get = read("Accept-Encoding", accepted);
            Response head = send("HEAD", "/pets", "Accept-Encoding", accepted);
            assertThat(head.content().isEmpty()).isTrue();
            assertThat(head.headers().first("Content-Length"))
                    .contains(Integer.toString(get.content().bytes().length));
            for (String name : new String[] {"ETag", "Vary", "Content-Encoding", "Content-Type"}) {
                assertThat(head.headers().all(name)).isEqualTo(get.headers().all(name));
            }
        }
    }

    @Test
    void each_form_has_a_tag_of_its_own() {
        String plain = read().headers().first("ETag").orElseThrow();
        String coded = read("Accept-Encoding", "gzip").headers().first("ETag").orElseThrow();
        assertThat(coded).isNotEqualTo(plain).endsWith("--gzip\"");
        assertThat(EntityTags.parse(coded).tags()).containsExactly(coded);
        assertThat(read("Accept-Encoding", "gzip").headers().first("ETag")).contains(coded);
    }

    /** A client has P, the plain form, or C, the coded one: 304 with the tag of what it has, as long as it takes that. */
    @ParameterizedTest
    @CsvSource({
        "gzip, C, C",
        "gzip, P, P",
        "gzip, 'P, C', C",
        "'', 'P, C', P",
        "gzip;q=0, 'C, P', P",
        "gzip;q=0, C, ''",
        "'', C, ''",
        "gzip, *, C",
        "identity, *, P",
        "gzip, W/C, C",
        "gzip, '\"other\", \"other--gzip\"', ''",
    })
    void who_has_either_form_gets_304(String accepted, String shown, String told) {
        for (String given : new String[] {"", "\"v1\""}) {
            answer = given.isEmpty() ? answer : answer.withHeader("ETag", given);
            String plain = read().headers().first("ETag").orElseThrow();
            String coded =
                    read("Accept-Encoding", "gzip").headers().first("ETag").orElseThrow();
            String tags = shown.replace("P", plain).replace("C", coded);
            Response response = read("Accept-Encoding", accepted, "If-None-Match", tags);
            if (told.isEmpty()) {
                assertThat(response.status()).isEqualTo(200);
                continue;
            }
            assertThat(response.status()).isEqualTo(304);
            assertThat(response.headers().first("ETag")).contains(told.equals("C") ? coded : plain);
            assertThat(response.headers().combined("Vary").orElse("")).contains("Accept-Encoding");
            assertThat(response.headers().all("Content-Encoding")).isEmpty();
        }
    }

    @Test
    void a_weak_tag_is_that_of_both() {
        answer = answer.withHeader("ETag", "W/\"1\"");
        assertThat(read("Accept-Encoding", "gzip").headers().first("ETag")).contains("W/\"1\"");
        assertThat(read("Accept-Encoding", "gzip", "If-None-Match", "W/\"1\"").status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"v1--gzip\"', '\"v1\"'",
        "'\"v0--gzip\" , \"v1\"', '\"v0\" , \"v1\"'",
        "'\"v1\"', '\"v1\"'",
        "*, *",
        "'\"--gzipped\"', '\"--gzipped\"'",
    })
    void handlers_see_tags_as_they_gave_them(String shown, String expected) {
        send("PUT", "/pets", "If-Match", shown);
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void a_304_of_the_handler_has_the_tag_that_the_client_has() {
        answer = Response.of(304).withHeader("ETag", "\"v1\"");
        settings = settings.withResponseChecks(ResponseChecks.OFF);
        Response response = read("Accept-Encoding", "gzip", "If-None-Match", "\"v1--gzip\"");
        assertThat(seen).isEqualTo("\"v1\"");
        assertThat(response.headers().first("ETag")).contains("\"v1--gzip\"");
        assertThat(response.headers().combined("Vary")).contains("Accept-Encoding");
        assertThat(read("Accept-Encoding", "gzip", "If-None-Match", "\"v1\"")
                        .headers()
                        .first("ETag"))
                .contains("\"v1\"");
    }

    @Test
    void the_tag_of_a_change_is_left_alone() {
        assertThat(send("PUT", "/pets", "Accept-Encoding", "gzip").headers().first("ETag"))
                .contains("\"v2\"");
    }

    @ParameterizedTest
    @CsvSource({"NONE, false, false", "DOCUMENTS, true, false", "ALL, true, true"})
    void it_is_chosen_what_is_coded(Answers choice, boolean documents, boolean operations) throws Exception {
        settings =
                settings.withCompression(Compression.DEFAULT.withAnswers(choice).withLeastBytes(100));
        Response document = send("GET", "/openapi.yaml", "Accept-Encoding", "gzip");
        assertThat(document.headers().all("Content-Encoding").contains("gzip")).isEqualTo(documents);
        assertThat(documents ? decoded(document) : Requests.text(document)).isEqualTo(CONTRACT);
        Response pets = read("Accept-Encoding", "gzip", "If-None-Match", "\"x--gzip\"");
        assertThat(pets.headers().all("Content-Encoding").contains("gzip")).isEqualTo(operations);
        assertThat(seen).isEqualTo(operations ? "\"x\"" : "\"x--gzip\"");
    }

    @Test
    void by_default_it_is_requests_and_documents() {
        assertThat(Settings.DEFAULT.compression()).isEqualTo(new Compression(true, Answers.DOCUMENTS, 1024));
    }
}
