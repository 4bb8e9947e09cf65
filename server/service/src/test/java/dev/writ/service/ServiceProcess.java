package dev.writ.service;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged service as a process of its own, on a free port, its data in a given folder. */
final class ServiceProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on (http://[^\\s\"]+)");
    private static final int START_SECONDS = 180;

    private final Process process;
    private final Thread reader = new Thread(this::read, "service-log");
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CompletableFuture<URI> address = new CompletableFuture<>();

    private ServiceProcess(Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    /** Runs the jar with more variables in its environment, and with arguments; does not wait. */
    static ServiceProcess launch(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        return new ServiceProcess(builder(folder, environment, arguments)
                .redirectErrorStream(true)
                .start());
    }

    /** The jar on a free port, about to be run in a folder. */
    static ProcessBuilder builder(Path folder, Map<String, String> environment, String... arguments) {
        List<String> options = new ArrayList<>();
        String agent = System.getProperty("writ.agent", "");
        if (!agent.isBlank()) {
            options.add(agent);
        }
        options.addAll(List.of("-jar", System.getProperty("writ.jar")));
        options.addAll(List.of(arguments));
        return java(folder, environment, options);
    }

    /** Runs what is in the jar or beside this class, without the agent that measures coverage, and waits until it serves. */
    static ServiceProcess startToBeKilled(Class<?> main, Path folder, Map<String, String> environment)
            throws Exception {
        String classPath = System.getProperty("writ.jar")
                + File.pathSeparator
                + Path.of(ServiceProcess.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
        ServiceProcess service = new ServiceProcess(java(
                        folder,
                        environment,
                        List.of(
                                // What a killed process leaves there goes with the folder.
                                "-Djava.io.tmpdir=" + folder,
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath,
                                main.getName()))
                .redirectErrorStream(true)
                .start());
        service.uri();
        return service;
    }

    /** Runs Java with these options on a free port, without a delay before its end; does not wait. */
    static ServiceProcess launchJava(Path folder, List<String> options) throws IOException {
        return new ServiceProcess(java(folder, Map.of("WRIT_SHUTDOWN_DELAY", "0"), options)
                .redirectErrorStream(true)
                .start());
    }

    /** Runs what starts the service in some way; does not wait. */
    static ServiceProcess of(ProcessBuilder builder) throws IOException {
        return new ServiceProcess(builder.redirectErrorStream(true).start());
    }

    /** Writes all of its standard input. */
    void type(String text) throws IOException {
        try (OutputStream input = process.getOutputStream()) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static ProcessBuilder java(Path folder, Map<String, String> environment, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It starts in half the time, and no test runs long enough to miss the rest.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("WRIT_PORT", "0");
        builder.environment().put("WRIT_RESPONSE_CHECKS", "enforce");
        builder.environment().putAll(environment);
        return builder;
    }

    /** Runs the jar and waits until it serves. */
    static ServiceProcess start(Path folder) throws Exception {
        ServiceProcess service = launch(folder, Map.of());
        service.uri();
        return service;
    }

    /** Where it listens, as soon as it does. */
    URI uri() throws Exception {
        try {
            return address.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the service did not start:\n" + String.join("\n", log), e);
        }
    }

    /** What it has printed so far. */
    List<String> log() {
        return List.copyOf(log);
    }

    /** How many threads it has; 0 where the system has no {@code /proc}. */
    long threads() throws IOException {
        Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
        if (Files.notExists(tasks)) {
            return 0;
        }
        try (Stream<Path> each = Files.list(tasks)) {
            return each.count();
        }
    }

    /** Its exit status, once it has ended; all that it printed is in the log then. */
    int exitValue() throws InterruptedException {
        if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the service did not end:\n" + String.join("\n", log));
        }
        reader.join();
        return process.exitValue();
    }

    /** Ends it at once, as a crash would ({@code kill -9}), and waits until it has. */
    void kill() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Asks it to end, as an operator does; does not wait. */
    void signal() {
        process.toHandle().destroy(); // which keeps its output readable
    }

    /** Asks it to end, and waits until it has; all that it printed is in the log then. */
    @Override
    public void close() {
        signal();
        try {
            process.onExit().orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
            reader.join();
        } catch (CompletionException | InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the service did not stop:\n" + String.join("\n", log), e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    address.complete(URI.create(listening.group(1)));
                }
            }
            address.completeExceptionally(new IllegalStateException("the process ended"));
        } catch (IOException e) {
            address.completeExceptionally(new UncheckedIOException(e));
        }
    }
}
