package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Start, stop and start again. */
class LifeIT {
    @TempDir
    private Path folder;

    @Test
    void data_survives_a_restart_and_the_demo_does_not_come_back() throws Exception {
        String kept;
        try (ServiceProcess first = ServiceProcess.start(folder)) {
            Client miguel = Client.miguel(first.uri());
            kept = miguel.sendJson("POST", Client.TASKS, "{\"title\":\"Outlive the process\"}")
                    .header("Location");
            miguel.send("DELETE", Client.TASKS + "/1", Optional.empty());
            miguel.send("DELETE", Client.TASKS + "/2", Optional.empty());
        }
        assertThat(folder.resolve("data/writ.db")).exists();
        try (ServiceProcess second = ServiceProcess.start(folder)) {
            Client miguel = Client.miguel(second.uri());
            assertThat(miguel.get(kept).json().at("/task/title").asText()).isEqualTo("Outlive the process");
            assertThat(miguel.get(Client.TASKS).json().get("tasks")).hasSize(1);
        }
    }

    @Test
    void bad_configuration_ends_the_start_with_every_fault() throws Exception {
        Path file = Files.writeString(folder.resolve("writ.conf"), """
                # A comment.
                WRIT_LOG_LEVEL=loud
                WRIT_DATABASE_PASWORD='hush'
                """);
        Map<String, String> bad = Map.of("WRIT_HSOT", "x", "WRIT_DATABASE_URL", "jdbc:postgresql://u:hush@db/writ");
        try (ServiceProcess service =
                ServiceProcess.launch(folder, bad, "--config", file.toString(), "--port", "many")) {
            assertThat(service.exitValue()).isEqualTo(2);
            assertThat(String.join("\n", service.log())).isEqualTo("""
                    The configuration has faults:
                      WRIT_DATABASE_URL, in the environment, must be jdbc:sqlite:PATH, a file and nothing more, or \
                    jdbc:postgresql://HOST:PORT/DATABASE
                      WRIT_HSOT, in the environment, is no setting; did you mean WRIT_HOST?
                      WRIT_PORT, by --port, must be a number from 0 to 65535, not 'many'
                      WRIT_LOG_LEVEL, at %1$s:2, must be error, warn, info or debug, not 'loud'
                      WRIT_DATABASE_PASWORD, at %1$s:3, is no setting; did you mean WRIT_DATABASE_PASSWORD?""".formatted(file));
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void an_unknown_option_starts_nothing() throws Exception {
        try (ServiceProcess service = ServiceProcess.launch(folder, Map.of(), "--ports", "0")) {
            assertThat(service.exitValue()).isEqualTo(2);
            assertThat(service.log().get(0)).isEqualTo("Unknown options: '--ports', '0'");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void the_version_is_that_of_the_build() throws Exception {
        try (ServiceProcess service = ServiceProcess.launch(folder, Map.of(), "--version")) {
            assertThat(service.exitValue()).isZero();
            assertThat(service.log()).singleElement().asString().matches("writ-service \\d+\\.\\d+.*");
        }
    }

    @Test
    void migrating_makes_the_database_and_starts_nothing() throws Exception {
        try (ServiceProcess service = ServiceProcess.launch(folder, Map.of(), "--migrate-only")) {
            assertThat(service.exitValue()).isZero();
            assertThat(service.log().get(service.log().size() - 1))
                    .contains("The schema of the database went from nothing to version ");
            assertThat(String.join("\n", service.log())).doesNotContain("Listening");
        }
        assertThat(folder.resolve("data/writ.db")).isNotEmptyFile();
    }

    @Test
    void before_it_stops_it_says_so_and_serves_for_a_while() throws Exception {
        try (ServiceProcess service = ServiceProcess.launch(folder, Map.of("WRIT_SHUTDOWN_DELAY", "10"))) {
            Client miguel = Client.miguel(service.uri());
            assertThat(miguel.get("/health/ready").status()).isEqualTo(200);
            service.signal();
            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> miguel.get("/health/ready").status() == 503);
            assertThat(miguel.get("/health/ready").body()).contains("The service is about to stop.");
            assertThat(miguel.get(Client.TASKS).status()).isEqualTo(200);
            service.exitValue();
            assertThat(String.join("\n", service.log())).contains("Stopping in 10 seconds");
        }
    }

    @Test
    void the_configuration_is_told_at_the_start_without_its_secrets() throws Exception {
        Path file = Files.writeString(folder.resolve("writ.conf"), "WRIT_DATABASE_PASSWORD='hush'");
        Map<String, String> environment =
                Map.of("WRIT_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/writ?sslpassword=hush");
        try (ServiceProcess service = ServiceProcess.launch(folder, environment, "--config", file.toString())) {
            assertThat(service.exitValue()).isEqualTo(2);
            assertThat(service.log())
                    .contains("WRIT_PORT=0 (in the environment)")
                    .contains("WRIT_HOST=127.0.0.1 (by default)")
                    .contains("WRIT_DATABASE_URL=jdbc:postgresql://127.0.0.1:1/writ?sslpassword=********"
                            + " (in the environment)")
                    .contains("WRIT_DATABASE_PASSWORD=******** (at " + file + ":1)");
        }
    }

    @Test
    void the_port_of_the_command_line_is_taken() throws Exception {
        try (ServiceProcess service = ServiceProcess.launch(folder, Map.of("WRIT_PORT", "1"), "--port", "0")) {
            assertThat(service.uri().getPort()).isGreaterThan(1);
        }
    }

    @Test
    void a_port_that_is_taken_ends_the_start_with_a_word() throws Exception {
        try (ServiceProcess first = ServiceProcess.start(folder)) {
            String port = Integer.toString(first.uri().getPort());
            try (ServiceProcess second = ServiceProcess.launch(folder, Map.of("WRIT_PORT", port))) {
                assertThat(second.exitValue()).isEqualTo(2);
                assertThat(String.join("\n", second.log())).contains(port).doesNotContain("\tat ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', jdbc:sqlite:",
        "'', jdbc:sqlite::memory:",
        "'', jdbc:sqlite:a.db?mode=ro",
        "'', jdbc:sqlite:.",
        "'', jdbc:sqlite:text.db",
        "' ', jdbc:sqlite:ok.db",
    })
    void a_database_or_host_that_cannot_be_ends_the_start_with_a_word(String host, String url) throws Exception {
        Files.writeString(
                folder.resolve("text.db"), "this is no database, but long enough to look like one. ".repeat(20));
        Map<String, String> environment =
                host.isEmpty() ? Map.of("WRIT_DATABASE_URL", url) : Map.of("WRIT_DATABASE_URL", url, "WRIT_HOST", host);
        try (ServiceProcess service = ServiceProcess.launch(folder, environment)) {
            assertThat(service.exitValue()).isEqualTo(2);
            assertThat(String.join("\n", service.log()))
                    .contains(host.isEmpty() ? url : "WRIT_HOST")
                    .doesNotContain("\tat ");
        }
    }
}
