package dev.writ.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code archive}: the classes that a start takes, read and linked, in a file beside the jar (JEP 350). The service is run on
 * data that is thrown away, asked what clients ask, and stopped.
 */
@Command(
        name = "archive",
        description = "Writes an archive of classes beside the jar, by which this JVM starts the service faster.")
final class ArchiveCommand implements Callable<Integer> {
    private static final Pattern LISTENING = Pattern.compile("Listening on (http://[^\\s\"]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TASKS = "todo/api/v1.0/tasks";
    private static final String DEMO_USER =
            "Basic " + Base64.getEncoder().encodeToString("miguel:python".getBytes(StandardCharsets.UTF_8));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path jar = jar();
        Path archive = jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", "") + ".jsa");
        Path folder = Files.createTempDirectory("writ-archive");
        try {
            Path made = folder.resolve("made.jsa");
            run(jar, folder, made);
            Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            delete(folder);
        }
        spec.commandLine().getOut().println("Wrote " + archive + ".");
        return 0;
    }

    private static Path jar() throws IOException {
        try {
            Path jar = Path.of(ArchiveCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (!Files.isRegularFile(jar)) {
                throw new IOException("Only of a jar can an archive be made, and this runs from " + jar + ".");
            }
            return jar;
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void run(Path jar, Path folder, Path archive) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-Xlog:cds*=off",
                        "-Xlog:class+path=off",
                        "-jar",
                        jar.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("WRIT_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().put("WRIT_PORT", "0");
        builder.environment().put("WRIT_SHUTDOWN_DELAY", "0");
        Process service = builder.start();
        try (BufferedReader log = service.inputReader()) {
            ask(URI.create(address(log)));
            // Unlike Process.destroy it leaves what is yet to be read.
            service.toHandle().destroy();
            drain(log);
            if (!service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || !Files.isRegularFile(archive)) {
                throw new IOException("The JVM has not written an archive.");
            }
        } finally {
            service.destroyForcibly();
        }
    }

    private static String address(BufferedReader log) throws IOException {
        StringBuilder told = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return listening.group(1);
            }
            told.append(line).append('\n');
        }
        throw new IOException("The service has not started:\n" + told);
    }

    private static void drain(BufferedReader log) throws IOException {
        while (log.readLine() != null) {
            // Whoever writes must not be held up.
        }
    }

    private static void ask(URI service) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest.Builder tasks =
                HttpRequest.newBuilder(service.resolve(TASKS)).timeout(PATIENCE).header("Authorization", DEMO_USER);
        HttpRequest create = tasks.copy()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"Start faster\"}"))
                .build();
        for (HttpRequest request : List.of(tasks.build(), create)) {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 400) {
                throw new IOException("The service answered " + request.method() + " with " + status + ".");
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
