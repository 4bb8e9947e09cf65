package dev.writ.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends what a well-behaved client would not, and shows all that comes back. */
record RawClient(int port) {
    private static final int TIMEOUT_MILLIS = 10_000;

    /** Method and target, then header fields, a line each; {@code Host} is up to the caller. */
    String send(String methodAndTarget, String... fields) throws IOException {
        String head = methodAndTarget + " HTTP/1.1\r\nConnection: close\r\n";
        String rest = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write((head + rest + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
