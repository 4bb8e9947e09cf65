package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.service.database.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says under "Running it for real", in a folder of its own; {@code .ci/run} does what needs root. */
class RunningForRealIT {
    private static final int SECONDS = 60;

    @TempDir
    private Path root;

    private String readme = "";

    @BeforeEach
    void prepare() throws IOException {
        readme = Files.readString(Path.of("../../README.md"));
        for (String folder : List.of("opt/writ", "etc/writ", "var/lib/writ")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.createLink(root.resolve("opt/writ/writ-service.jar"), Path.of(System.getProperty("writ.jar")));
        Files.copy(Path.of("writ-service"), root.resolve("opt/writ/writ-service"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(root.resolve("etc/writ/writ.conf"), block("conf"));
    }

    /** The block that the README has under {@code <!-- run: NAME -->}, its paths below the folder of this test. */
    private String block(String name) {
        String mark = "<!-- run: " + name + " -->\n```";
        assertThat(readme).contains(mark);
        String rest = readme.substring(readme.indexOf(mark) + mark.length());
        return rest.substring(rest.indexOf('\n') + 1, rest.indexOf("```"))
                .replaceAll("/(opt|etc|var/lib)/writ", root + "/$1/writ")
                .replace("-o writ -g writ ", ""); // there is no such user here
    }

    /** Runs a block as a shell does, and returns what it printed. */
    private String run(String name) throws Exception {
        Path output = root.resolve(name + ".output");
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", block(name))
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        shell.environment().merge("PATH", java, (path, first) -> first + ":" + path);
        Process process = shell.start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    /** What the unit starts, on a free port. */
    private ServiceProcess start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(said("ExecStart=").split(" ", -1))
                .directory(root.resolve("var/lib/writ").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", said("Environment=\"JAVA_OPTS=").replace("\"", ""));
        builder.environment().put("WRIT_PORT", "0");
        builder.environment().put("WRIT_SHUTDOWN_DELAY", "0");
        ServiceProcess service = ServiceProcess.of(builder);
        service.uri();
        return service;
    }

    /** What the unit has behind that. */
    private String said(String beginning) {
        return block("unit")
                .lines()
                .filter(text -> text.startsWith(beginning))
                .findFirst()
                .orElseThrow()
                .substring(beginning.length());
    }

    @Test
    void sqlite_with_users_a_backup_and_its_return() throws Exception {
        String task;
        try (ServiceProcess service = start()) {
            assertThat(run("users")).isEqualTo("""
                    Disabled miguel.
                    Added rose.
                    miguel\tdisabled, demo
                    rose\tenabled
                    """);
            Client rose = Client.of(service.uri(), "rose", "correct horse battery");
            task = rose.sendJson("POST", Client.TASKS, "{\"title\":\"Keep me\"}")
                    .header("Location");
            assertThat(run("backup")).startsWith("Wrote ");
            assertThat(rose.sendJson("PUT", task, "{\"done\":true}").status()).isEqualTo(200);
            service.signal();
            assertThat(block("unit")).contains("SuccessExitStatus=" + service.exitValue() + "\n");
        }
        run("restore");
        try (ServiceProcess service = start()) {
            Client rose = Client.of(service.uri(), "rose", "correct horse battery");
            assertThat(rose.get(task).json().at("/task/done").asBoolean()).isFalse();
        }
    }

    @Test
    void postgresql_and_the_way_there() throws Exception {
        run("dump");
        TestPostgres server = TestPostgres.shared();
        for (String statement : block("postgresql").split(";", -1)) {
            if (!statement.isBlank()) {
                server.execute(statement);
            }
        }
        Files.writeString(
                root.resolve("etc/writ/writ.conf"),
                block("postgresql-conf").replace("127.0.0.1:5432", "127.0.0.1:" + server.port()));
        assertThat(run("load")).contains("Loaded 2 tasks.");
        try (ServiceProcess users = ServiceProcess.launchJava(
                root,
                List.of(
                        "-jar",
                        root + "/opt/writ/writ-service.jar",
                        "--config",
                        root + "/etc/writ/writ.conf",
                        "users",
                        "add",
                        "rose"))) {
            users.type("correct horse battery\n");
            assertThat(users.exitValue()).as(users.log().toString()).isZero();
        }
        try (ServiceProcess service = start()) {
            assertThat(Client.of(service.uri(), "rose", "correct horse battery")
                            .get(Client.TASKS)
                            .json()
                            .get("tasks"))
                    .hasSize(2);
            assertThat(String.join("\n", service.log())).doesNotContain("a secret of yours");
        }
    }
}
