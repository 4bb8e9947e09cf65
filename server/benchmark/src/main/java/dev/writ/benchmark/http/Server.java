package dev.writ.benchmark.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A service in a process of its own, and what the operating system says of it and of the processes that it started. */
final class Server implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final Duration firstAnswer;

    private Server(Process process, int port, Duration firstAnswer) {
        this.process = process;
        this.port = port;
        this.firstAnswer = firstAnswer;
    }

    /**
     * Starts a process and asks until it answers with 200.
     *
     * @param command for a port
     * @param request that is answered with 200
     * @throws IOException if it ends before, or does not answer within a minute; the log says why
     */
    static Server start(IntFunction<List<String>> command, byte[] request, Path directory, Path log)
            throws IOException, InterruptedException {
        int port = freePort();
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command.apply(port))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endAll(process.toHandle())));
        while (!answers(port, request)) {
            if (!process.isAlive() || System.nanoTime() - begun > LONGEST_START.toNanos()) {
                process.destroyForcibly();
                throw new IOException("no answer from " + command.apply(port) + ": see " + log);
            }
            // Asking again at once would take the processor from the one that starts.
            Thread.sleep(2);
        }
        return new Server(process, port, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port, byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) LONGEST_START.toMillis());
            socket.getOutputStream().write(request);
            byte[] line = socket.getInputStream().readNBytes(12);
            return new String(line, StandardCharsets.ISO_8859_1).endsWith(" 200");
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** From the start of the process. */
    Duration firstAnswer() {
        return firstAnswer;
    }

    /** User's and system's time so far: utime and stime on Linux. */
    Duration processorTime() {
        return tree().map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The most memory that it had so far, in MiB: VmHWM on Linux, 0 elsewhere. */
    double peakMemory() {
        return tree().mapToLong(each -> peakKibibytes(each.pid())).sum() / 1024.0;
    }

    private Stream<ProcessHandle> tree() {
        return tree(process.toHandle());
    }

    private static Stream<ProcessHandle> tree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants());
    }

    private static void endAll(ProcessHandle root) {
        tree(root).toList().forEach(ProcessHandle::destroyForcibly);
    }

    private static long peakKibibytes(long pid) {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Asks it to end, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        endAll(process.toHandle());
        process.onExit().join();
    }
}
