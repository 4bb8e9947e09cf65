package dev.writ.benchmark.http.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds the end of an answer in what has come so far: by {@code Content-Length} or in chunks (RFC 9112, section 6). Answers
 * are small and mostly come at once, so it begins anew each time. Not thread-safe.
 */
final class AnswerReader {
    private int status;
    private int contentLength;
    private boolean chunked;
    private boolean last;

    /** Of the answer that was found last. */
    int status() {
        return status;
    }

    /** Octets of content, of what is chunked with its frame. */
    int contentLength() {
        return contentLength;
    }

    /** Whether the server closes the connection after it. */
    boolean last() {
        return last;
    }

    /** Whether the octets up to {@code end} are a whole answer. */
    boolean isWhole(byte[] octets, int end) {
        int head = find(octets, 0, end);
        if (head < 0) {
            return false;
        }
        readHead(new String(octets, 0, head, StandardCharsets.ISO_8859_1));
        int content = head + 4;
        if (!chunked) {
            return end - content >= contentLength;
        }
        contentLength = end - content;
        return endsWith(octets, end, "0\r\n\r\n");
    }

    private void readHead(String head) {
        status = Integer.parseInt(head.substring(9, 12));
        contentLength = 0;
        chunked = false;
        last = false;
        int line = head.indexOf("\r\n");
        while (line >= 0) {
            int next = head.indexOf("\r\n", line + 2);
            readField(head.substring(line + 2, next < 0 ? head.length() : next));
            line = next;
        }
    }

    private void readField(String field) {
        if (field.regionMatches(true, 0, "content-length:", 0, 15)) {
            contentLength = Integer.parseInt(field.substring(15).trim());
        } else if (field.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
            chunked = field.toLowerCase(Locale.ROOT).contains("chunked");
        } else if (field.regionMatches(true, 0, "connection:", 0, 11)) {
            last = field.toLowerCase(Locale.ROOT).contains("close");
        }
    }

    private static int find(byte[] octets, int from, int end) {
        for (int i = from; i + 3 < end; i++) {
            if (octets[i] == '\r' && octets[i + 1] == '\n' && octets[i + 2] == '\r' && octets[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static boolean endsWith(byte[] octets, int end, String text) {
        return end >= text.length()
                && new String(octets, end - text.length(), text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }
}
