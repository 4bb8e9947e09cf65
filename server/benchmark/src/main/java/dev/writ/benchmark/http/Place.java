package dev.writ.benchmark.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What is where on this machine.
 *
 * @param module the directory of the benchmark's module
 * @param jar that of the benchmarks, or its classes; what it needs is in {@code libraries}
 */
record Place(Path module, Path jar, List<Path> libraries) {
    /** The same heap for all, so that memory and the work of the collector can be compared. */
    static final String HEAP = "-Xmx512m";

    /** After {@code ./mvnw -Pbenchmark package}: what the jar itself says it needs, for others may lie beside it. */
    static Place ofBuild(Path module) throws IOException {
        Path target = module.resolve("target");
        Path jar = target.resolve("writ-benchmark.jar");
        try (JarFile file = new JarFile(jar.toFile())) {
            String libraries = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return new Place(
                    module,
                    jar,
                    Stream.of(libraries.split(" ")).map(target::resolve).toList());
        }
    }

    /** Where this JVM has its classes from: for tests. */
    static Place ofClassPath(Path module) {
        List<Path> entries = Stream.of(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(Path::of)
                .toList();
        return new Place(module, module.resolve("target/classes"), entries);
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"));
    }

    /** {@code JAVA_HOME_25}, or one under {@code /usr/lib/jvm}. */
    static Optional<Path> java25() throws IOException {
        Path usual = Path.of("/usr/lib/jvm");
        List<Path> candidates = new ArrayList<>();
        Optional.ofNullable(System.getenv("JAVA_HOME_25")).map(Path::of).ifPresent(candidates::add);
        if (Files.isDirectory(usual)) {
            try (Stream<Path> homes = Files.list(usual)) {
                homes.filter(home -> home.getFileName().toString().contains("25"))
                        .forEach(candidates::add);
            }
        }
        return candidates.stream()
                .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                .findFirst();
    }

    /** A JVM with all libraries but those whose file name has a match of {@code without}. */
    List<String> jvm(Path home, String without) {
        return java(home, "(?!.*(?:" + without + ")).*");
    }

    /** A JVM with those libraries alone whose file name matches. */
    List<String> jvmOf(Path home, String with) {
        return java(home, "(?:" + with + ").*");
    }

    private List<String> java(Path home, String names) {
        List<String> path = new ArrayList<>(List.of(jar.toString()));
        libraries.stream()
                .filter(library -> library.getFileName().toString().matches(names))
                .forEach(library -> path.add(library.toString()));
        return List.of(
                home.resolve("bin/java").toString(),
                HEAP,
                "-cp",
                String.join(System.getProperty("path.separator"), path));
    }

    Path connexion() {
        return module.resolve("target/connexion/bin/python");
    }

    Path fastify() {
        return module.resolve("target/fastify/service.js");
    }

    Path contract() {
        return module.resolve("src/main/resources/http/openapi.yaml");
    }

    Path order() {
        return module.resolve("src/main/resources/http/order.json");
    }

    Path service() {
        return module.resolveSibling("service").resolve("target/writ-service.jar");
    }
}
