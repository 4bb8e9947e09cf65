package dev.writ.engine.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding (RFC 3986, section 2.1) of UTF-8, strict: half an escape, or bytes that are not UTF-8, are no text. */
public final class PercentEncoding {
    private PercentEncoding() {}

    /**
     * Decodes once.
     *
     * @param plusIsSpace as in a query that a form has written
     */
    public static Optional<String> decode(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0) && isAscii(text)) {
            return Optional.of(text);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = hexDigit(text, i + 1);
                int low = hexDigit(text, i + 2);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else if (c > 0x7F) {
                return Optional.empty();
            } else {
                bytes.write(c == '+' && plusIsSpace ? ' ' : c);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Decodes what its author wrote, such as a path or a fragment of a document: characters beyond ASCII stand for themselves. */
    public static Optional<String> decodeWritten(String text) {
        return text.indexOf('%') < 0 ? Optional.of(text) : decode(text, false);
    }

    private static int hexDigit(String text, int at) {
        char c = at < text.length() ? text.charAt(at) : ' ';
        return c > 0x7F ? -1 : Character.digit(c, 16);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
