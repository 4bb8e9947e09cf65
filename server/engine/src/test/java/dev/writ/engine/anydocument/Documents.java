package dev.writ.engine.anydocument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The documents that the tests are run on. */
final class Documents {
    private static final Path OWN = Path.of("src/test/resources/dev/writ/engine/anydocument");

    private Documents() {}

    /** The one that {@code -Dspec} names, else our own and, where {@code -Dwrit.specs} says, those of others. */
    static List<Path> all() {
        String named = System.getProperty("spec", "");
        if (!named.isEmpty()) {
            return List.of(find(named));
        }
        List<Path> documents = new ArrayList<>(readable(OWN));
        String others = System.getProperty("writ.specs", "");
        if (!others.isEmpty()) {
            documents.addAll(readable(find(others)));
        }
        return documents;
    }

    static boolean othersAreMissing() {
        return System.getProperty("writ.specs", "").isEmpty()
                && System.getProperty("spec", "").isEmpty();
    }

    /** A build of several modules runs tests in a folder further down than it was started in. */
    private static Path find(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        throw new IllegalArgumentException("there is no " + name);
    }

    private static List<Path> readable(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .filter(Documents::isReadable)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReadable(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(200)
                    .anyMatch(line ->
                            line.matches("\\s*[{]?\\s*\"?(openapi\"?: *[\"']?3\\.[012]|swagger\"?: *[\"']?2\\.0).*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
