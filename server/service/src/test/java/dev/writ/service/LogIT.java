package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.service.Canaries.Canary;
import dev.writ.service.Client.Answer;
import dev.writ.service.WireConnection.WireAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What requests leave in the log of the process, and what they never do. */
class LogIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @TempDir
    private Path folder;

    private ServiceProcess start(String format, String level) throws Exception {
        return ServiceProcess.startToBeKilled(
                Main.class, folder, Map.of("WRIT_LOG_FORMAT", format, "WRIT_LOG_LEVEL", level));
    }

    @Test
    void each_request_is_one_line_with_a_field_for_each_thing() throws Exception {
        ServiceProcess service = start("json", "info");
        Answer list;
        Answer denied;
        try (service) {
            list = Client.miguel(service.uri()).get(Client.TASKS + "?limit=1");
            denied = Client.anonymous(service.uri()).get(Client.TASKS);
        }
        List<JsonNode> lines = lines(service, "dev.writ.access");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "timestamp",
                        "level",
                        "logger",
                        "thread",
                        "message",
                        "requestId",
                        "method",
                        "path",
                        "status",
                        "operation",
                        "user",
                        "client",
                        "bytes",
                        "millis");
        assertThat(lines.get(0).get("method").asText()).isEqualTo("GET");
        assertThat(lines.get(0).get("path").asText()).isEqualTo(Client.TASKS);
        assertThat(lines.get(0).get("status").asInt()).isEqualTo(200);
        assertThat(lines.get(0).get("operation").asText()).isEqualTo("listTasks");
        assertThat(lines.get(0).get("user").asText()).isEqualTo("miguel");
        assertThat(lines.get(0).get("client").asText()).isEqualTo("127.0.0.1");
        assertThat(lines.get(0).get("bytes").asInt()).isEqualTo(list.body().length());
        assertThat(lines.get(0).get("millis").asDouble()).isPositive();
        assertThat(lines.get(0).get("requestId").asText()).matches(UUID);
        assertThat(lines.get(1).get("user").asText()).isEqualTo("-");
        assertThat(denied.json().get("instance").asText()).isEqualTo("urn:uuid:" + id(lines.get(1)));
    }

    @Test
    void a_log_for_machines_has_one_line_for_each_request_and_no_secret() throws Exception {
        ServiceProcess service = start("json", "debug");
        List<String> answers;
        try (service) {
            answers = ask(service);
        }
        assertThat(lines(service, "dev.writ.access").stream()
                        .map(line -> line.get("method").asText() + " "
                                + line.get("path").asText() + " "
                                + line.get("status").asText() + " "
                                + (line.get("status").asInt() < 400 ? "" : "urn:uuid:" + id(line))))
                .containsExactlyElementsOf(answers);
        assertNoSecret(service);
    }

    @Test
    void a_log_for_people_has_one_line_for_each_request_and_no_secret() throws Exception {
        ServiceProcess service = start("text", "debug");
        List<String> answers;
        try (service) {
            answers = ask(service);
        }
        String line = "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  access: \\[(" + UUID + ")] (\\S+ \\S+ (\\d+)) \\S+ \\S+"
                + " 127\\.0\\.0\\.1 \\d+ B [\\d.]+ ms";
        assertThat(service.log().stream()
                        .filter(text -> text.contains(" access: "))
                        .map(text -> text.replaceFirst(line, "$2 urn:uuid:$1"))
                        .map(text -> text.replaceFirst(" ([23]\\d\\d) .*", " $1 ")))
                .containsExactlyElementsOf(answers);
        assertNoSecret(service);
    }

    /** A lock of somebody else's, so that the database has no time for a request. */
    @Test
    void a_warning_that_a_request_causes_has_its_id() throws Exception {
        ServiceProcess service = start("json", "info");
        Answer answer;
        try (service) {
            Client miguel = Client.miguel(service.uri());
            assertThat(miguel.get(Client.TASKS).status()).isEqualTo(200);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/writ.db"));
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                answer = miguel.sendJson("POST", Client.TASKS, "{\"title\":\"locked out\"}");
            }
        }
        assertThat(answer.status()).isEqualTo(503);
        assertThat(lines(service, "dev.writ.service.database.Database"))
                .filteredOn(line -> line.get("level").asText().equals("WARN"))
                .singleElement()
                .satisfies(line ->
                        assertThat(answer.json().get("instance").asText()).isEqualTo("urn:uuid:" + id(line)));
    }

    /** Sends all canaries; method, path, status and, of an error, the instance. */
    private static List<String> ask(ServiceProcess service) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Canary canary : Canaries.ALL) {
            WireAnswer answer = canary.send(service.uri().getPort());
            answers.add(canary.method() + " " + canary.path() + " " + answer.status() + " "
                    + (answer.status() < 400
                            ? ""
                            : answer.json().get("instance").asText()));
        }
        return answers;
    }

    private static void assertNoSecret(ServiceProcess service) {
        assertThat(String.join("\n", service.log())).doesNotContain(Canaries.FORMS);
    }

    private static String id(JsonNode line) {
        return line.get("requestId").asText();
    }

    private static List<JsonNode> lines(ServiceProcess service, String logger) {
        return service.log().stream()
                .map(LogIT::parse)
                .filter(line -> line.get("logger").asText().equals(logger))
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
