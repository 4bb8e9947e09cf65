package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A standard output that is a full pipe, with nobody at its other end. */
@DisabledOnOs(OS.WINDOWS)
class UnreadLogIT {
    @TempDir
    private Path folder;

    @Test
    void the_service_starts_answers_and_ends_all_the_same() throws Exception {
        File pipe = folder.resolve("pipe").toFile();
        assertThat(new ProcessBuilder("mkfifo", pipe.getPath()).start().waitFor())
                .isZero();
        // Open for reading as well, so that whoever writes finds a reader; it never reads.
        try (RandomAccessFile reader = new RandomAccessFile(pipe, "rw")) {
            Process filler =
                    new ProcessBuilder("cat", "/dev/zero").redirectOutput(pipe).start();
            try {
                serve(pipe);
            } finally {
                filler.destroyForcibly().waitFor();
            }
            assertThat(reader.read()).isZero();
        }
    }

    private void serve(File output) throws Exception {
        int port = freePort();
        Process service = ServiceProcess.builder(folder, Map.of(), "--port", Integer.toString(port))
                .redirectOutput(output)
                .start();
        try {
            Client miguel = Client.miguel(URI.create("http://127.0.0.1:" + port + "/"));
            await().atMost(Duration.ofSeconds(60))
                    .ignoreException(ConnectException.class)
                    .until(() -> miguel.get("/health/ready").status() == 200);
            for (int i = 0; i < 100; i++) {
                assertThat(miguel.get(Client.TASKS).status()).isEqualTo(200);
            }
            service.destroy();
            assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            service.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
