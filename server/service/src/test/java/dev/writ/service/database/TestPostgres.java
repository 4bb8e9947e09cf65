package dev.writ.service.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A real PostgreSQL server that can be made to hang, to crash and to return. */
public final class TestPostgres implements AutoCloseable {
    private static final int ANY_PORT = 0;
    private static final int EXIT_SECONDS = 30;
    private static final Duration STARTUP = Duration.ofMinutes(1);

    private final AtomicInteger databases = new AtomicInteger();
    private final Path directory;
    private final String fsync;
    private EmbeddedPostgres server;

    private TestPostgres(Path directory, String fsync) throws IOException {
        this.directory = directory;
        this.fsync = fsync;
        this.server = run(ANY_PORT);
    }

    /** The server of all tests that leave it in peace; it runs until the JVM ends. It is fast, because it syncs nothing. */
    public static TestPostgres shared() {
        return Shared.SERVER;
    }

    /** A server of one's own, which syncs its commits as in production. */
    public static TestPostgres start() {
        return start("on");
    }

    private static TestPostgres start(String fsync) {
        try {
            return new TestPostgres(Files.createTempDirectory("writ-postgres"), fsync);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings that lead to a database in which nothing is, not even a schema. */
    public DatabaseSettings freshDatabase() {
        String name = "test_" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return DatabaseSettings.of("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name + "?user=postgres");
    }

    /** Where it listens, on the loopback address. */
    public int port() {
        return server.getPort();
    }

    /** Runs a statement as the administrator, outside of all test databases. */
    public void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many connections clients have to all test databases. */
    public int connections() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE datname LIKE 'test\\_%'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops all processes where they are. The system goes on accepting connections for them. */
    public void suspend() {
        ProcessHandle postmaster = postmaster();
        signal("STOP", List.of(postmaster));
        signal("STOP", postmaster.descendants().toList());
    }

    /** The end of {@link #suspend}. */
    public void resume() {
        signal("CONT", processes());
    }

    /** Ends all processes at once, as a crash would; the data stay. */
    public void kill() {
        // Stopped first, so that it has no more children than those that are seen: one left over keeps the next server
        // out.
        signal("STOP", List.of(postmaster()));
        List<ProcessHandle> processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(processes);
    }

    /** Starts again after {@link #kill}, on the same port, and waits until it answers. */
    public void restart() {
        try {
            int port = server.getPort();
            server.close();
            server = run(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            List<ProcessHandle> processes = processes();
            signal("QUIT", List.of(postmaster()));
            awaitEnd(processes);
            deleteAll(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres run(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setServerConfig("fsync", fsync)
                .setServerConfig("recovery_init_sync_method", "syncfs")
                .setPort(port)
                .start();
    }

    private List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new ArrayList<>();
        processes.add(postmaster());
        processes.addAll(postmaster().descendants().toList());
        return processes;
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(directory.resolve("postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(EXIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        try {
            // A process may have ended by itself in between; that is not of interest.
            new ProcessBuilder("sh", "-c", String.join(" ", command)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static final class Shared {
        private static final TestPostgres SERVER = start("off");

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close, "shared-postgres-end"));
        }
    }
}
