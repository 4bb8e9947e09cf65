package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
