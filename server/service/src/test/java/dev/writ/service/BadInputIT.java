package dev.writ.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.service.Client.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract does not allow: a clear answer, every violation with its place, and nothing changed. */
class BadInputIT {
    private static final int MIB = 1024 * 1024;

    @TempDir
    private static Path folder;

    private static ServiceProcess service;
    private static Client miguel;
    private static String before;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.start(folder);
        miguel = Client.miguel(service.uri());
        before = miguel.get(Client.TASKS).body();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @AfterEach
    void nothing_has_changed() throws Exception {
        assertThat(miguel.get(Client.TASKS).body()).isEqualTo(before);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("no body", "", List.of(" required")),
                arguments("null", "null", List.of(" type")),
                arguments("an array", "[]", List.of(" type")),
                arguments("no JSON", "{\"title\":", List.of(" json")),
                arguments("two values", "{\"title\":\"a\"}{}", List.of(" json")),
                arguments("title missing", "{}", List.of(" required")),
                arguments("title empty", "{\"title\":\"\"}", List.of("/title minLength", "/title pattern")),
                arguments("title blank", "{\"title\":\" \\t\\n\"}", List.of("/title pattern")),
                arguments("title blank in Unicode", "{\"title\":\"\\u00a0\\u3000\"}", List.of("/title pattern")),
                arguments(
                        "U+0000",
                        "{\"title\":\"a\\u0000\",\"description\":\"\\u0000\"}",
                        List.of("/title pattern", "/description pattern")),
                arguments("title too long", "{\"title\":\"" + "a".repeat(201) + "\"}", List.of("/title maxLength")),
                arguments("title a number", "{\"title\":1}", List.of("/title type")),
                arguments("done a string", "{\"title\":\"a\",\"done\":\"yes\"}", List.of("/done type")),
                arguments("description null", "{\"title\":\"a\",\"description\":null}", List.of("/description type")),
                arguments("an unknown field", "{\"title\":\"a\",\"x\":1}", List.of("/x additionalProperties")),
                arguments("id is not the client's", "{\"title\":\"a\",\"id\":7}", List.of("/id additionalProperties")),
                arguments("a key twice", "{\"title\":\"a\",\"title\":\"b\"}", List.of("/title duplicate")),
                arguments("10,000 digits", "{\"title\":" + "1".repeat(10_000) + "}", List.of("/title number")),
                arguments("a huge exponent", "{\"title\":1e1000000000}", List.of("/title number")),
                arguments("deep", "[".repeat(10_000) + "]".repeat(10_000), List.of(" depth")),
                arguments(
                        "several at once",
                        "{\"done\":1,\"x\":2}",
                        List.of(" required", "/done type", "/x additionalProperties")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_bad_body_is_refused_with_all_its_violations(String name, String body, List<String> violations)
            throws Exception {
        Answer answer = miguel.sendJson("POST", Client.TASKS, body);
        assertProblem(answer, 400);
        assertThat(violations(answer)).containsExactlyInAnyOrderElementsOf(violations);
        for (JsonNode violation : answer.json().get("violations")) {
            assertThat(violation.get("in").asText()).isEqualTo("body");
            assertThat(violation.get("message").asText())
                    .isNotEmpty()
                    .doesNotContain("com.")
                    .doesNotContain("java.");
            assertThat(violation.get("schemaLocation").asText()).startsWith("openapi.yaml#/");
        }
    }

    @Test
    void a_message_says_what_a_person_would() throws Exception {
        Answer answer = miguel.sendJson("POST", Client.TASKS, "{\"title\":\"" + "a".repeat(201) + "\"}");
        JsonNode violation = answer.json().at("/violations/0");
        assertThat(violation.get("message").asText()).isEqualTo("title: must be at most 200 characters, was 201");
        assertThat(violation.get("schemaLocation").asText())
                .isEqualTo("openapi.yaml#/components/schemas/Title/maxLength");
    }

    @Test
    void invalid_utf_8_is_no_text() throws Exception {
        byte[] body = "{\"title\":\"?\"}".getBytes(UTF_8);
        body[10] = (byte) 0xC3;
        Answer answer = miguel.send("POST", Client.TASKS, Optional.of(body), "Content-Type", "application/json");
        assertProblem(answer, 400);
        assertThat(violations(answer)).containsExactly(" encoding");
    }

    static Stream<Arguments> targets() {
        String many = "1".repeat(7_000);
        return Stream.of(
                arguments("id 0", "/0", List.of("taskId minimum")),
                arguments("id negative", "/-1", List.of("taskId minimum")),
                arguments("id abc", "/abc", List.of("taskId type")),
                arguments("id with a fraction", "/1.0", List.of("taskId type")),
                arguments("id with a matrix parameter", "/1;a=b", List.of("taskId type")),
                arguments("id beyond int64", "/99999999999999999999", List.of("taskId maximum", "taskId format")),
                arguments("id of 7,000 digits", "/" + many, List.of("taskId number")),
                arguments("limit 0", "?limit=0", List.of("limit minimum")),
                arguments("limit 101", "?limit=101", List.of("limit maximum")),
                arguments("limit twice", "?limit=1&limit=2", List.of("limit explode")),
                arguments("done yes", "?done=yes", List.of("done type")),
                arguments("after empty", "?after=", List.of("after minLength", "after pattern")),
                arguments("an unknown parameter", "?dnoe=true", List.of("dnoe unknown")),
                arguments("several", "?limit=x&done=1&y=2", List.of("limit type", "done type", "y unknown")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void a_bad_parameter_is_refused_with_all_its_violations(String name, String target, List<String> violations)
            throws Exception {
        Answer answer = miguel.get(Client.TASKS + target);
        assertProblem(answer, 400);
        List<String> found = new ArrayList<>();
        answer.json()
                .get("violations")
                .forEach(v -> found.add(
                        v.get("name").asText() + " " + v.get("keyword").asText()));
        assertThat(found).containsExactlyInAnyOrderElementsOf(violations);
    }

    @Test
    void a_cursor_that_is_none_of_ours_is_refused() throws Exception {
        assertProblem(miguel.get(Client.TASKS + "?after=abc"), 400);
    }

    @Test
    void a_media_type_that_is_not_taken_is_415() throws Exception {
        Optional<byte[]> body = Optional.of("{\"title\":\"a\"}".getBytes(UTF_8));
        assertProblem(miguel.send("POST", Client.TASKS, body, "Content-Type", "text/plain"), 415);
        assertProblem(miguel.send("POST", Client.TASKS, body), 415);
        assertThat(miguel.send("POST", Client.TASKS, body, "Content-Type", "application/json; charset=latin1")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_media_type_that_is_not_offered_is_406() throws Exception {
        assertProblem(miguel.get(Client.TASKS, "Accept", "text/html"), 406);
        assertThat(miguel.get(Client.TASKS, "Accept", "text/html, application/*;q=0.1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_body_beyond_the_limit_is_413_and_one_at_the_limit_is_not() throws Exception {
        String start = "{\"title\":\"a\",\"description\":\"";
        String over = start + "a".repeat(MIB + 1 - start.length() - 2) + "\"}";
        assertThat(over).hasSize(MIB + 1);
        assertProblem(miguel.sendJson("POST", Client.TASKS, over), 413);
        String at = over.replaceFirst("aa", "a");
        assertThat(at).hasSize(MIB);
        assertProblem(miguel.sendJson("POST", Client.TASKS, at), 400);
    }

    @Test
    void bad_credentials_are_judged_before_a_bad_body() throws Exception {
        assertProblem(Client.anonymous(service.uri()).sendJson("POST", Client.TASKS, "nonsense"), 401);
    }

    @Test
    void raw_requests_get_a_problem_too() throws Exception {
        RawClient raw = new RawClient(service.uri().getPort());
        assertThat(raw.send("TRACE " + Client.TASKS)).startsWith("HTTP/1.1 405").contains("Allow: ");
        assertThat(raw.send("GET /%zz")).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(raw.send("GET " + Client.TASKS + "?a=%%")).startsWith("HTTP/1.1 400");
        assertThat(raw.send("BREW /health")).startsWith("HTTP/1.1 405");
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("type").asText()).startsWith("/problems/");
    }

    private static List<String> violations(Answer answer) {
        List<String> found = new ArrayList<>();
        answer.json()
                .get("violations")
                .forEach(v -> found.add(
                        v.get("pointer").asText() + " " + v.get("keyword").asText()));
        return found;
    }
}
