package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that sends what it is told, be it no HTTP at all. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE = 20_000;
    private static final Pattern REPEATED = Pattern.compile("\\{(\\d+)\\*([^}]*)}");
    private static final Pattern OCTET = Pattern.compile("\\\\x([0-9A-F]{2})");

    private final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** One answer: its head, without the line ends, and its content as text. */
    record Answer(String head, String body) {
        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).trim())
                    .findFirst();
        }
    }

    static byte[] octets(String text) {
        String repeated = REPEATED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
        String plain = repeated.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\\\", "\\");
        return OCTET.matcher(plain)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                .getBytes(ISO_8859_1);
    }

    void send(String text) throws IOException {
        String[] parts = text.split("\\{wait}", -1);
        write(octets(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            awaitAnswer();
            write(octets(parts[i]));
        }
    }

    void sendSlowly(String text) throws IOException {
        String[] parts = text.split("\\{wait}", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                awaitAnswer();
            }
            for (byte octet : octets(parts[i])) {
                write(new byte[] {octet});
            }
        }
    }

    private void awaitAnswer() throws IOException {
        in.mark(1);
        in.read();
        in.reset();
    }

    /** Who refuses may have closed already. */
    private void write(byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
        } catch (IOException e) {
            // What was answered before tells.
        }
    }

    Answer answer() throws IOException {
        String head = readHead();
        Optional<String> length = new Answer(head, "").header("Content-Length");
        byte[] content = in.readNBytes(length.map(Integer::parseInt).orElse(0));
        return new Answer(head, new String(content, UTF_8));
    }

    /** To HEAD. */
    Answer head() throws IOException {
        return new Answer(readHead(), "");
    }

    private String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("no answer, or half of one: " + head.toString(ISO_8859_1));
            }
            head.write(octet);
        }
        return head.toString(ISO_8859_1);
    }

    /** Whether nothing comes in that time. */
    boolean isSilentFor(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        in.mark(1);
        try {
            in.read();
            in.reset();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE);
        }
    }

    /** All that comes until the server closes. */
    byte[] rest() throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try {
            in.transferTo(rest);
        } catch (SocketException e) {
            // Reset: closed as well.
        }
        return rest.toByteArray();
    }

    void end() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        end();
    }
}
