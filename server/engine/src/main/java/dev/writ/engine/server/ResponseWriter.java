package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.writ.engine.http.Response;
import java.util.Optional;

/**
 * Writes the head of a response (RFC 9112, section 4). What surrounds the content is for the connection to say, so fields of
 * that kind that the response has are left out. Used once.
 */
final class ResponseWriter {
    private static final int USUAL = 512;

    private final StringBuilder text = new StringBuilder(USUAL);

    /**
     * The head as it is sent, with the empty line at its end.
     *
     * @param connection the option of {@code Connection} to be told, if any
     */
    static byte[] head(Response response, Optional<String> length, boolean chunked, Optional<String> connection) {
        return new ResponseWriter().write(response, length, chunked, connection);
    }

    private byte[] write(Response response, Optional<String> length, boolean chunked, Optional<String> connection) {
        text.append("HTTP/1.1 ").append(response.status()).append(' ').append(ReasonPhrases.of(response.status()));
        text.append("\r\n");
        field("Date", CurrentDate.text());
        response.headers().forEach((name, values) -> {
            if (!isFraming(name)) {
                for (String value : values) {
                    field(name, value);
                }
            }
        });
        length.ifPresent(known -> field("Content-Length", known));
        if (chunked) {
            field("Transfer-Encoding", "chunked");
        }
        connection.ifPresent(option -> field("Connection", option));
        return text.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    private static boolean isFraming(String name) {
        return switch (name.length()) {
            case 4 -> name.equalsIgnoreCase("Date");
            case 10 -> name.equalsIgnoreCase("Connection") || name.equalsIgnoreCase("Keep-Alive");
            case 14 -> name.equalsIgnoreCase("Content-Length");
            case 17 -> name.equalsIgnoreCase("Transfer-Encoding");
            default -> false;
        };
    }

    /** Nothing in a value can end the line or the head: what could is sent as a space (RFC 9110, section 5.5). */
    private void field(String name, String value) {
        text.append(name).append(": ");
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            boolean control = (character < ' ' && character != '\t') || character == 0x7F;
            text.append(control ? ' ' : character);
        }
        text.append("\r\n");
    }
}
