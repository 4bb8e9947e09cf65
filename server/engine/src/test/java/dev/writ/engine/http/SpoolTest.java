package dev.writ.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @TempDir
    private Path directory;

    private Spool spool(String... pieces) throws IOException {
        Spool spool = new Spool(4, directory);
        for (String piece : pieces) {
            spool.write(piece.getBytes(StandardCharsets.UTF_8));
        }
        return spool;
    }

    @Test
    void what_fits_stays_in_memory() throws IOException {
        try (Spool spool = spool("ab", "cd")) {
            assertThat(spool.inMemory()).isEqualTo(4);
            assertThat(new String(spool.readAll(), StandardCharsets.UTF_8)).isEqualTo("abcd");
        }
    }

    @Test
    void what_does_not_is_on_disk_and_read_as_often_as_one_likes() throws IOException {
        try (Spool spool = spool("ab", "cd", "e", "fgh")) {
            assertThat(spool.inMemory()).isZero();
            assertThat(spool.size()).isEqualTo(8);
            assertThat(new String(spool.readAll(), StandardCharsets.UTF_8)).isEqualTo("abcdefgh");
            assertThat(new String(spool.open().readNBytes(3), StandardCharsets.UTF_8))
                    .isEqualTo("abc");
            assertThat(spool.open().read()).isEqualTo('a');
        }
    }

    @Test
    void the_file_has_no_name_while_it_is_there_and_is_gone_afterwards() throws IOException {
        Spool spool = spool("abcdefgh");
        // On Windows it has a name until it is closed.
        if (!System.getProperty("os.name").startsWith("Windows")) {
            assertThat(files()).isZero();
        }
        spool.close();
        assertThat(files()).isZero();
        assertThatThrownBy(spool::open).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> spool.write(1)).isInstanceOf(UncheckedIOException.class);
    }

    /** {@code ulimit} takes KiB; what goes beyond it fails as on a disk that is full. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(60)
    void nothing_is_left_of_what_does_not_fit_on_the_disk() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f 64 && exec \"$0\" \"$@\"",
                        java,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDiskProcess.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("true 0 0\n");
        assertThat(process.waitFor()).isZero();
    }

    private long files() throws IOException {
        try (var all = Files.list(directory)) {
            return all.count();
        }
    }
}
