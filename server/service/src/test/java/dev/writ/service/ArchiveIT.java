package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher starts the service, by the archive of classes that the build has made, or without one. */
@DisabledOnOs(OS.WINDOWS)
class ArchiveIT {
    private static final Path LAUNCHER = Path.of("writ-service").toAbsolutePath();

    @TempDir
    Path folder;

    /** Where the classes of the service came from. */
    private List<String> sources(Path launcher) throws Exception {
        Path log = folder.resolve("classes.log");
        ProcessBuilder builder = new ProcessBuilder(launcher.toString()).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-Xlog:class+load:file=" + log);
        builder.environment().put("WRIT_PORT", "0");
        builder.environment().put("WRIT_SHUTDOWN_DELAY", "0");
        try (ServiceProcess service = ServiceProcess.of(builder)) {
            service.uri();
            assertThat(service.log()).noneMatch(line -> line.contains("[cds]"));
        }
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" dev.writ.engine.Writ source:"))
                    .toList();
        }
    }

    @Test
    void the_archive_that_the_build_has_made_is_used() throws Exception {
        assertThat(LAUNCHER.resolveSibling("target/writ-service.jsa")).isRegularFile();
        assertThat(sources(LAUNCHER)).hasSize(1).allMatch(line -> line.contains("shared objects file (top)"));
    }

    @Test
    void an_archive_that_does_not_fit_is_left_alone() throws Exception {
        Path launcher = copy(LAUNCHER);
        copy(Path.of(System.getProperty("writ.jar")));
        Files.writeString(folder.resolve("writ-service.jsa"), "none");
        assertThat(sources(launcher)).hasSize(1).noneMatch(line -> line.contains("shared objects file"));
    }

    private Path copy(Path file) throws IOException {
        return Files.copy(
                file, folder.resolve(file.getFileName().toString()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }
}
