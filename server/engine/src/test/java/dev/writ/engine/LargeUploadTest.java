package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file that is many times as large as the heap: 2 GiB in 256 MiB under {@code -Psoak}, else less in less. */
@Timeout(600)
class LargeUploadTest {
    private static final boolean SOAK = Boolean.getBoolean("writ.soak");
    private static final long SIZE = SOAK ? 2L << 30 : 128L << 20;
    private static final String HEAP = SOAK ? "-Xmx256m" : "-Xmx40m";
    private static final String BEGIN = "--x\r\nContent-Disposition: form-data; name=file; filename=large.bin\r\n\r\n";
    private static final String END = "\r\n--x--\r\n";

    @TempDir
    private Path directory;

    @Test
    void a_file_need_not_fit_into_the_heap() throws IOException, InterruptedException {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        UploadProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String port = out.readLine();
            assertThat(port).matches("\\d+");
            assertThat(upload(Integer.parseInt(port)))
                    .startsWith("HTTP/1.1 200")
                    .endsWith(SIZE + " " + SIZE);
        } finally {
            server.destroyForcibly();
            server.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private static String upload(int port) throws IOException {
        byte[] piece = new byte[1 << 16];
        for (int i = 0; i < piece.length; i++) {
            piece[i] = (byte) (i % 251);
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(ascii("POST /files HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                    + (BEGIN.length() + SIZE + END.length()) + "\r\n\r\n" + BEGIN));
            for (long sent = 0; sent < SIZE; sent += piece.length) {
                out.write(piece);
            }
            out.write(ascii(END));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
