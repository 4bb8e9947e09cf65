package dev.writ.benchmark.http.load;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A {@link LoadGenerator} in a process of its own. Not thread-safe. */
public final class LoadProcess implements AutoCloseable {
    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader results;

    private LoadProcess(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.results = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts it; it ends when it is closed.
     *
     * @param java how a JVM with this class path is started, without the name of the class
     */
    public static LoadProcess start(List<String> java) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.add(LoadGenerator.class.getName());
        return new LoadProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /**
     * Has the workload sent for so long.
     *
     * @throws IOException if an answer was not what it has to be
     */
    public LoadResult run(Workload workload, int port, int connections, Duration duration) throws IOException {
        orders.write(workload.name() + " " + port + " " + connections + " " + duration.toMillis() + "\n");
        orders.flush();
        String line = results.readLine();
        if (line == null || !line.startsWith("ok ")) {
            throw new IOException(workload.title() + ": " + line);
        }
        return LoadResult.parse(line);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
