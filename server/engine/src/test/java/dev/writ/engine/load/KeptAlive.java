package dev.writ.engine.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A connection on which one request follows the other, and on which it can be told how an answer ends. Not thread-safe. */
final class KeptAlive implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream input;

    /** @throws IOException if the port is closed */
    KeptAlive(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        input = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer that arrived whole. */
    record Answer(int status, String head, int length) {
        boolean isLast() {
            return head.contains("\r\nconnection: close\r\n");
        }
    }

    /**
     * Sends a request, and takes its answer; empty if the connection ends before any octet of that.
     *
     * @throws EOFException if the answer is cut
     */
    Optional<Answer> exchange(String request) throws IOException {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return Optional.empty(); // it had ended before
        }
        try {
            return answer();
        } catch (SocketException e) {
            EOFException cut = new EOFException("the answer is cut");
            cut.initCause(e);
            throw cut;
        }
    }

    private Optional<Answer> answer() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = next(head.size() == 0);
            if (octet < 0) {
                return Optional.empty();
            }
            head.write(octet);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int length = text.lines()
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                .findFirst()
                .orElse(0);
        if (input.readNBytes(length).length < length) {
            throw new EOFException("the content is cut: " + text);
        }
        return Optional.of(new Answer(Integer.parseInt(text.substring(9, 12)), text, length));
    }

    private int next(boolean first) throws IOException {
        try {
            int octet = input.read();
            if (octet < 0 && !first) {
                throw new EOFException("the head is cut");
            }
            return octet;
        } catch (SocketException e) {
            if (first) {
                return -1; // reset instead of closed
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
