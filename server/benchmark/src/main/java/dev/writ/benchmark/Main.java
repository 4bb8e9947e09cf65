package dev.writ.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * JMH with its own command line. With {@code -Dwrit.specs=DIR} the benchmarks of documents take those of that directory;
 * without it they take the one that is in the jar.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws CommandLineOptionException, IOException, RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().parent(new CommandLineOptions(arguments));
        String directory = System.getProperty("writ.specs", "");
        if (!directory.isEmpty()) {
            options.param("document", documents(Path.of(directory)).toArray(String[]::new));
        }
        new Runner(options.build()).run();
    }

    /** Those that say they are OpenAPI 3, by name. */
    private static List<String> documents(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().matches(".*\\.(?:yaml|yml|json)"))
                    .filter(Main::isOpenApi3)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOpenApi3(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(10)
                    .anyMatch(line -> line.matches("[{\\s]*[\"']?openapi[\"']?\\s*:\\s*[\"']?3\\.[01]\\..*"));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }
}
