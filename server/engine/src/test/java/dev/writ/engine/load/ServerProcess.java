package dev.writ.engine.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A {@link LoadServer} that runs. */
final class ServerProcess implements AutoCloseable {
    /** What its last line begins with. */
    static final String CARRIED_OUT = "carried out: ";

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Thread reader = new Thread(this::read, "server-log");
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ServerProcess(Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    /** How many requests it has carried out, once it has ended as it should. */
    long carriedOut() throws InterruptedException {
        reader.join();
        return log.stream()
                .filter(line -> line.startsWith(CARRIED_OUT))
                .mapToLong(line -> Long.parseLong(line.substring(CARRIED_OUT.length())))
                .findFirst()
                .orElseThrow();
    }

    /** Does not wait until it serves. */
    static ServerProcess start(int port, int workers, int waiting, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LoadServer.class.getName()));
        command.addAll(List.of(Integer.toString(port), Integer.toString(workers), Integer.toString(waiting)));
        return new ServerProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("\\d+")) {
                    port.complete(Integer.valueOf(line));
                } else if (log.size() < 1_000) {
                    log.add(line);
                }
            }
            port.completeExceptionally(new IllegalStateException("the process ended"));
        } catch (IOException e) {
            port.completeExceptionally(new UncheckedIOException(e));
        }
    }

    /** Where it listens, as soon as it does. */
    int port() throws Exception {
        return port.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What it has printed so far, but for its port. */
    List<String> log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Tells it to end, as an operator does; does not wait. */
    void signal() {
        process.toHandle().destroy();
    }

    /** Its exit status, once it has ended. */
    int exitValue() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not end:\n" + String.join("\n", log));
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
