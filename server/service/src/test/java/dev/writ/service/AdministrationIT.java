package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.service.database.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code users} and {@code data} of the packaged service. */
class AdministrationIT {
    private static final int SECONDS = 60;

    @TempDir
    private Path folder;

    private record Result(int status, String output, String error) {}

    private Result run(Map<String, String> environment, String input, String... arguments) throws Exception {
        Path output = folder.resolve("output");
        Path error = folder.resolve("error");
        Process process = ServiceProcess.builder(folder, environment, arguments)
                .redirectOutput(output.toFile())
                .redirectError(error.toFile())
                .start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(output), Files.readString(error));
    }

    @Test
    void users_come_and_go_and_a_running_service_notices() throws Exception {
        Map<String, String> sqlite = Map.of();
        assertThat(run(sqlite, "correct horse\n", "users", "add", "zoë")).isEqualTo(new Result(0, "Added zoë.\n", ""));
        assertThat(run(sqlite, "", "users", "passwd", "zoë"))
                .isEqualTo(new Result(2, "", "No password was given on standard input.\n"));

        try (ServiceProcess service = ServiceProcess.start(folder)) {
            Client zoe = Client.of(service.uri(), "zoë", "correct horse");
            assertThat(zoe.get(Client.TASKS).status()).isEqualTo(200);

            assertThat(run(sqlite, "battery staple\r\n", "users", "passwd", "zoë"))
                    .isEqualTo(new Result(0, "Changed the password of zoë.\n", ""));
            await().until(() -> zoe.get(Client.TASKS).status() == 401);
            Client changed = Client.of(service.uri(), "zoë", "battery staple");
            assertThat(changed.get(Client.TASKS).status()).isEqualTo(200);

            assertThat(run(sqlite, "", "users", "disable", "zoë").output()).isEqualTo("Disabled zoë.\n");
            await().until(() -> changed.get(Client.TASKS).status() == 401);
            assertThat(run(sqlite, "", "users", "list").output()).isEqualTo("miguel\tenabled, demo\nzoë\tdisabled\n");

            assertThat(run(sqlite, "", "users", "enable", "zoë").output()).isEqualTo("Enabled zoë.\n");
            await().until(() -> changed.get(Client.TASKS).status() == 200);
        }
    }

    @Test
    void the_first_user_of_a_postgresql_is_added_before_the_first_start() throws Exception {
        Map<String, String> postgres = Map.of(
                "WRIT_DATABASE_URL", TestPostgres.shared().freshDatabase().url());
        assertThat(run(postgres, "correct horse\n", "users", "add", "zoë"))
                .isEqualTo(new Result(0, "Added zoë.\n", ""));
        assertThat(run(postgres, "short\n", "users", "add", "eve"))
                .isEqualTo(new Result(2, "", "The password must have at least 8 characters.\n"));

        try (ServiceProcess service = ServiceProcess.launch(folder, postgres)) {
            assertThat(Client.of(service.uri(), "zoë", "correct horse")
                            .get(Client.TASKS)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void tasks_move_from_sqlite_to_postgresql() throws Exception {
        Map<String, String> postgres = Map.of(
                "WRIT_DATABASE_URL", TestPostgres.shared().freshDatabase().url());
        Result dump = run(Map.of(), "", "data", "dump");
        assertThat(dump.error()).isEqualTo("Dumped 2 tasks.\n");
        assertThat(dump.output().lines()).hasSize(3);
        Files.writeString(folder.resolve("dump.jsonl"), dump.output());

        assertThat(run(postgres, "", "data", "load", "dump.jsonl")).isEqualTo(new Result(0, "", "Loaded 2 tasks.\n"));
        assertThat(run(postgres, "", "data", "dump").output()).isEqualTo(dump.output());
        assertThat(run(postgres, "", "data", "load", "dump.jsonl"))
                .isEqualTo(
                        new Result(
                                2,
                                "",
                                "Nothing was loaded from dump.jsonl:\n  there is a task 1 already\n  there is a task 2 already\n"));
    }

    @Test
    void a_file_with_faults_is_refused_with_all_of_them() throws Exception {
        Files.writeString(folder.resolve("bad.jsonl"), "{}\nnonsense\n");

        Result result = run(Map.of(), "", "data", "load", "bad.jsonl");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.error())
                .startsWith("Nothing was loaded from bad.jsonl:\n  line 1: ")
                .contains("\n  line 2: ")
                .doesNotContain("\tat ");
    }

    @Test
    void a_dump_that_nobody_takes_fails() throws Exception {
        if (!Files.exists(Path.of("/dev/full"))) {
            return;
        }
        Process process = ServiceProcess.builder(folder, Map.of(), "data", "dump")
                .redirectOutput(Path.of("/dev/full").toFile())
                .start();
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(error).isEqualTo(2);
    }

    @Test
    void a_backup_is_made_while_the_service_runs_and_takes_the_place_of_the_database() throws Exception {
        String location;
        try (ServiceProcess service = ServiceProcess.start(folder)) {
            Client miguel = Client.miguel(service.uri());
            location = miguel.sendJson("POST", Client.TASKS, "{\"title\":\"Keep me\"}")
                    .header("Location");
            Result backup = run(Map.of(), "", "data", "backup", "backup.db");
            assertThat(backup.status()).as(backup.error()).isZero();
            assertOwnerOnly(folder.resolve("backup.db"));
            miguel.send("DELETE", location, Optional.empty());
            assertThat(run(Map.of(), "", "data", "backup", "backup.db"))
                    .isEqualTo(new Result(2, "", "backup.db is there already\n"));
        }
        Files.delete(folder.resolve("data/writ.db"));
        Files.deleteIfExists(folder.resolve("data/writ.db-wal"));
        Files.deleteIfExists(folder.resolve("data/writ.db-shm"));
        Files.copy(folder.resolve("backup.db"), folder.resolve("data/writ.db"));
        try (ServiceProcess service = ServiceProcess.start(folder)) {
            assertThat(Client.miguel(service.uri()).get(location).status()).isEqualTo(200);
        }
    }

    private static void assertOwnerOnly(Path file) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
