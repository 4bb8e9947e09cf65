package dev.writ.benchmark.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of the packaged service to its first answer: plain, and with an archive of its classes. */
final class ServiceStart {
    static final String PLAIN = "service";
    static final String ARCHIVE = "service with a class-data archive";

    private static final byte[] READY =
            "GET /health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private ServiceStart() {}

    /** Each so many times, in turn, the first on a fresh database for both. Nothing if the service is not built. */
    static void measure(Path jar, Path directory, int times, Results results) throws IOException, InterruptedException {
        if (!Files.exists(jar)) {
            return;
        }
        Path archive = directory.resolve("service.jsa");
        record(jar, directory, archive);
        for (int i = 0; i < times; i++) {
            one(PLAIN, jar, directory, List.of(), results);
            one(ARCHIVE, jar, directory, List.of("-XX:SharedArchiveFile=" + archive), results);
        }
    }

    private static void one(String way, Path jar, Path directory, List<String> flags, Results results)
            throws IOException, InterruptedException {
        try (Server server = start(jar, directory, flags)) {
            results.addStart(way, server.firstAnswer().toNanos() / 1e6);
        }
    }

    /** A run that ends by itself: an archive is not written when a process is killed. */
    private static void record(Path jar, Path directory, Path archive) throws IOException, InterruptedException {
        try (Server server = start(jar, directory, List.of("-XX:ArchiveClassesAtExit=" + archive))) {
            server.stop();
        }
        if (!Files.exists(archive)) {
            throw new IOException("no archive was written: see the log in " + directory);
        }
    }

    private static Server start(Path jar, Path directory, List<String> flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Place.java().resolve("bin/java").toString());
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString(), "--port"));
        return Server.start(
                port -> {
                    List<String> all = new ArrayList<>(command);
                    all.add(Integer.toString(port));
                    return all;
                },
                READY,
                directory,
                directory.resolve("service.log"));
    }
}
