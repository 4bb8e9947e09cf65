package dev.writ.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.Compression.Answers;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions of requests in the order of RFC 9110, section 13.2.2. */
class PreconditionsTest {
    private static final String CONTRACT = """
            openapi: 3.2.0
            info: {title: T, version: '1'}
            paths:
              /text:
                get:
                  operationId: read
                  responses:
                    '200': {description: all, content: {text/plain: {}, text/csv: {}}}
                    '206': {description: some, content: {'*/*': {}}}
                    '404': {description: none}
                query:
                  operationId: search
                  responses: {'200': {description: all, content: {text/plain: {}}}}
                post:
                  operationId: write
                  responses: {'200': {description: all, content: {text/plain: {}}}}
            """;
    private static final String DATE = "Fri, 02 Jan 2026 03:04:05 GMT";

    private Response answer = Response.of(
                    200, "text/plain", "0123456789".repeat(200).getBytes(StandardCharsets.UTF_8))
            .withHeader("ETag", "\"a\"")
            .withHeader("Last-Modified", DATE);

    private Response send(String method, String path, String fields) {
        Headers headers = Headers.none();
        for (String field : fields.isEmpty() ? new String[0] : fields.split("; ", -1)) {
            String[] parts = field.split(": ", 2);
            String value = parts[1].replace("EARLY", "Fri, 02 Jan 2026 03:04:04 GMT")
                    .replace("LATER", "Fri, 02 Jan 2026 03:04:06 GMT")
                    .replace("DATE", DATE);
            headers = headers.with(parts[0], value);
        }
        return new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("read", call -> answer)
                .on("search", call -> answer)
                .on("write", call -> answer)
                .settings(Settings.DEFAULT.withCompression(Compression.DEFAULT.withAnswers(Answers.ALL)))
                .build()
                .handle(Requests.request(method, path, headers, BodySource.of(new byte[0])));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            GET   | If-Match: "a"                                         | 200
            GET   | If-Match: "b", "a"                                    | 200
            GET   | If-Match: *                                           | 200
            GET   | If-Match: W/"a"                                       | 412
            GET   | If-Match: "b"                                         | 412
            GET   | If-Match: a                                           | 412
            HEAD  | If-Match: "b"                                         | 412
            QUERY | If-Match: "b"                                         | 412
            POST  | If-Match: "b"                                         | 200
            GET   | If-Unmodified-Since: DATE                             | 200
            GET   | If-Unmodified-Since: EARLY                            | 412
            GET   | If-Unmodified-Since: yesterday                        | 200
            GET   | If-Match: "a"; If-Unmodified-Since: EARLY             | 200
            GET   | If-Match: "b"; If-None-Match: "a"                     | 412
            GET   | If-Unmodified-Since: EARLY; If-None-Match: "a"        | 412
            GET   | If-None-Match: "a"                                    | 304
            GET   | If-None-Match: W/"a"                                  | 304
            GET   | If-None-Match: *                                      | 304
            GET   | If-None-Match: "b", "a"                               | 304
            GET   | If-None-Match: "b"                                    | 200
            GET   | If-Match: "a"; If-None-Match: "a"                     | 304
            HEAD  | If-None-Match: "a"                                    | 304
            QUERY | If-None-Match: "a"                                    | 304
            POST  | If-None-Match: "a"                                    | 200
            GET   | If-Modified-Since: DATE                               | 304
            GET   | If-Modified-Since: LATER                              | 304
            GET   | If-Modified-Since: EARLY                              | 200
            GET   | If-Modified-Since: yesterday                          | 200
            GET   | If-None-Match: "b"; If-Modified-Since: DATE           | 200
            HEAD  | If-Modified-Since: DATE                               | 304
            QUERY | If-Modified-Since: DATE                               | 200
            POST  | If-Modified-Since: DATE                               | 200
            GET   | Range: bytes=0-1                                      | 206
            HEAD  | Range: bytes=0-1                                      | 200
            GET   | Range: bytes=0-1; If-Range: "a"                       | 206
            GET   | Range: bytes=0-1; If-Range: W/"a"                     | 200
            GET   | Range: bytes=0-1; If-Range: "b"                       | 200
            GET   | Range: bytes=0-1; If-Range: *                         | 200
            GET   | Range: bytes=0-1; If-Range: DATE                      | 206
            GET   | Range: bytes=0-1; If-Range: EARLY                     | 200
            GET   | Range: bytes=0-1; If-Range: LATER                     | 200
            GET   | If-Range: "a"                                         | 200
            GET   | Range: bytes=0-1; If-None-Match: "a"                  | 304
            GET   | Range: bytes=0-1; If-Match: "b"                       | 412
            GET   | Range: bytes=9999-                                    | 416
            GET   | Range: bytes=9999-; If-Match: "b"                     | 412
            GET   | Range: bytes=9999-; If-None-Match: "a"                | 304
            GET   | Range: bytes=9999-; If-Range: "b"                     | 200
            """)
    void what_comes_first_decides(String method, String fields, int status) {
        Response response = send(method, "/text", fields);
        assertThat(response.status()).isEqualTo(status);
        if (status == 412) {
            assertThat(response.headers().first("Content-Type")).contains("application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource({"If-Match", "If-None-Match"})
    void what_would_fail_anyway_does_so_as_it_would(String field) {
        answer = Response.of(404);
        assertThat(send("GET", "/text", field + ": *").status()).isEqualTo(404);
        assertThat(send("GET", "/text", field + ": \"b\"").status()).isEqualTo(404);
    }

    @Test
    void a_tag_that_nobody_but_the_engine_gives_is_a_tag() {
        answer = answer.withHeaders(answer.headers().without("ETag"));
        String tag = send("GET", "/text", "").headers().first("ETag").orElseThrow();
        assertThat(send("GET", "/text", "If-Match: " + tag).status()).isEqualTo(200);
        assertThat(send("GET", "/text", "If-Match: \"b\"").status()).isEqualTo(412);
        assertThat(send("GET", "/text", "Range: bytes=0-1; If-Range: " + tag).status())
                .isEqualTo(206);
    }

    @Test
    void documents_of_the_engine_have_conditions_too() {
        String tag = send("GET", "/openapi.json", "").headers().first("ETag").orElseThrow();
        assertThat(send("GET", "/openapi.json", "If-None-Match: " + tag).status())
                .isEqualTo(304);
        assertThat(send("GET", "/openapi.json", "If-Match: \"b\"").status()).isEqualTo(412);
    }

    @Test
    void the_coded_form_is_as_good_a_match_as_the_content() {
        String coded = send("GET", "/text", "Accept-Encoding: gzip")
                .headers()
                .first("ETag")
                .orElseThrow();
        assertThat(coded).isEqualTo("\"a--gzip\"");
        assertThat(send("GET", "/text", "If-Match: " + coded).status()).isEqualTo(200);
        assertThat(send("GET", "/text", "Accept-Encoding: gzip; Range: bytes=0-1; If-None-Match: " + coded)
                        .status())
                .isEqualTo(304);
    }

    /** RFC 9110, sections 15.3.7 and 15.4.5. */
    @ParameterizedTest
    @CsvSource({"'Range: bytes=0-1', 206", "'If-None-Match: \"a\"', 304", "'If-Modified-Since: DATE', 304"})
    void what_an_answer_varies_by_its_parts_and_304_do_too(String fields, int status) {
        for (String more : new String[] {"", "; Accept-Encoding: gzip", "; Accept: text/plain"}) {
            String plain = more.isEmpty() ? "" : more.substring(2);
            Headers whole = send("GET", "/text", plain).headers();
            Response other = send("GET", "/text", fields + more);
            assertThat(other.status()).isEqualTo(status);
            assertThat(whole.combined("Vary").orElse("")).contains("Accept-Encoding");
            for (String name : new String[] {"Vary", "Cache-Control"}) {
                assertThat(other.headers().combined(name)).isEqualTo(whole.combined(name));
            }
            assertThat(other.headers().first("ETag")).isPresent();
        }
    }

    @Test
    void nothing_is_said_of_content_that_is_not_sent() {
        answer = answer.withHeader("Content-Language", "en");
        Headers headers = send("GET", "/text", "If-None-Match: \"a\"").headers();
        assertThat(headers.first("Content-Type")).isEmpty();
        assertThat(headers.first("Content-Language")).isEmpty();
    }
}
