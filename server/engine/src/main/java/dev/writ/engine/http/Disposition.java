package dev.writ.engine.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code Content-Disposition} of a part (RFC 7578, section 4.2; RFC 2183). Browsers escape a quote and the ends of lines as in
 * URLs and nothing else (WHATWG HTML, section 4.10.21.8), others escape quotes and backslashes by a backslash (RFC 9110,
 * section 5.6.4), and some send paths of Windows as they are: all of these are read. So a backslash before anything but a
 * quote or a backslash is one, and a quote after a backslash ends the text if nothing else does. The parameter
 * {@code filename*}, which forms must not have, is ignored.
 *
 * @param type in lower case
 */
public record Disposition(String type, Optional<String> name, Optional<String> fileName) {

    /** Empty if it is none, or has a parameter twice. */
    public static Optional<Disposition> parse(String text) {
        int semicolon = text.indexOf(';');
        String type =
                (semicolon < 0 ? text : text.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        return parameters(semicolon < 0 ? "" : text.substring(semicolon))
                .map(parameters -> new Disposition(
                        type,
                        Optional.ofNullable(parameters.get("name")),
                        Optional.ofNullable(parameters.get("filename"))));
    }

    private static Optional<Map<String, String>> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (text.charAt(at) != ';' || equals < 0) {
                return text.substring(at).isBlank() ? Optional.of(parameters) : Optional.empty();
            }
            String name = text.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            int begin = behindSpace(text, equals + 1);
            boolean quoted = begin < text.length() && text.charAt(begin) == '"';
            int end = quoted ? endOfQuoted(text, begin) : endOfToken(text, begin);
            if (end < 0 || name.isEmpty()) {
                return Optional.empty();
            }
            String value = quoted
                    ? unescaped(text.substring(begin + 1, end - 1))
                    : text.substring(begin, end).strip();
            if (parameters.put(name, value) != null) {
                return Optional.empty();
            }
            at = behindSpace(text, end);
        }
        return Optional.of(parameters);
    }

    private static int behindSpace(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int endOfToken(String text, int begin) {
        int end = text.indexOf(';', begin);
        return end < 0 ? text.length() : end;
    }

    /** Behind the quote that ends it; -1 if there is none. */
    private static int endOfQuoted(String text, int begin) {
        for (int i = begin + 1; i < text.length(); i++) {
            if (isEscape(text, i)) {
                i++;
            } else if (text.charAt(i) == '"') {
                return i + 1;
            }
        }
        for (int i = text.indexOf('"', begin + 1); i >= 0; i = text.indexOf('"', i + 1)) {
            int behind = behindSpace(text, i + 1);
            if (behind == text.length() || text.charAt(behind) == ';') {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '\\'
                && at + 1 < text.length()
                && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\');
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(text.charAt(isEscape(text, i) ? ++i : i));
        }
        return plain.toString().replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }
}
