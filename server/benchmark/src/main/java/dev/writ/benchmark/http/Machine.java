package dev.writ.benchmark.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What it was measured on, in words. */
final class Machine {
    private Machine() {}

    static String told() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors"
                + first("/proc/cpuinfo", "model name")
                        .map(name -> " (" + name + ")")
                        .orElse("")
                + first("/proc/meminfo", "MemTotal")
                        .map(size -> ", " + size + " of memory")
                        .orElse("")
                + ". Server and load share them, so requests per second say as much about the load; processor time does not.";
    }

    private static Optional<String> first(String file, String key) {
        if (!Files.isReadable(Path.of(file))) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
