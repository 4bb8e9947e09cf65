package dev.writ.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A kept-alive connection of miguel's on which it can be told how an answer ends: whole, in its midst, or before it began. */
final class WireConnection implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MIGUEL =
            Base64.getEncoder().encodeToString("miguel:python".getBytes(StandardCharsets.UTF_8));
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket = new Socket();

    /** @throws java.net.ConnectException if the port is closed */
    WireConnection(int port) throws IOException {
        this(port, 64 * 1024);
    }

    /** Takes little of an answer before it is read. */
    WireConnection(int port, int receiveBuffer) throws IOException {
        socket.setReceiveBufferSize(receiveBuffer);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (SocketException e) {
            // Reset while it waited to be accepted: the port is closed for it, as if it had come a moment later.
            ConnectException closed = new ConnectException("the port is closed");
            closed.initCause(e);
            throw closed;
        }
    }

    /** A request and its answer; empty if the connection ends before any byte of that. */
    Optional<WireAnswer> exchange(String method, String target, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        try {
            send(head(method, target, "Content-Length: " + length + "\r\n") + body);
        } catch (SocketException e) {
            return Optional.empty(); // it had ended before
        }
        return answer();
    }

    /** The head of a request whose fields each end a line. */
    static String head(String method, String target, String fields) {
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + MIGUEL + "\r\n"
                + "Content-Type: application/json\r\n" + fields + "\r\n";
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    InputStream input() throws IOException {
        return socket.getInputStream();
    }

    /**
     * The next answer; empty if the connection ends before any byte of it.
     *
     * @throws EOFException if the answer is cut
     */
    Optional<WireAnswer> answer() throws IOException {
        return answer(input());
    }

    static Optional<WireAnswer> answer(InputStream input) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = head.size() == 0 ? first(input) : input.read();
            if (next < 0 && head.size() == 0) {
                return Optional.empty();
            }
            if (next < 0) {
                throw new EOFException("cut in the head: " + head);
            }
            head.write(next);
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1);
        Map<String, String> fields = new TreeMap<>();
        for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            String[] field = lines[i].split(": *", 2);
            fields.put(field[0].toLowerCase(Locale.ROOT), field[1]);
        }
        int length = Integer.parseInt(fields.getOrDefault("content-length", "0"));
        byte[] body = input.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("cut after " + body.length + " of " + length + " bytes of content");
        }
        return Optional.of(new WireAnswer(
                Integer.parseInt(lines[0].split(" ", -1)[1]), fields, new String(body, StandardCharsets.UTF_8)));
    }

    private static int first(InputStream input) {
        try {
            return input.read();
        } catch (IOException e) {
            return -1; // reset instead of closed
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** An answer that arrived whole; names of fields are in lower case. */
    record WireAnswer(int status, Map<String, String> fields, String body) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        boolean isLast() {
            return fields.getOrDefault("connection", "").equals("close");
        }
    }
}
