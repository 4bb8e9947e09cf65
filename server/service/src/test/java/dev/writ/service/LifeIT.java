package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
        Map<String, String> bad = Map.of("WRIT_PORT", "many", "WRIT_HSOT", "x", "WRIT_DATABASE_URL", "jdbc:oracle:x");
        try (ServiceProcess service = ServiceProcess.launch(folder, bad)) {
            assertThat(service.exitValue()).isEqualTo(2);
            assertThat(String.join("\n", service.log()))
                    .contains("WRIT_PORT must be a number from 0 to 65535, not 'many'")
                    .contains("WRIT_HSOT is none of")
                    .contains("WRIT_DATABASE_URL must be")
                    .doesNotContain("\tat ");
        }
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
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
