package dev.writ.engine.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the header fields of a part: UTF-8 (RFC 7578, section 5.1), no folded lines, no control characters. */
final class PartHeaders {
    private PartHeaders() {}

    static Headers parse(byte[] head) throws MultipartException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(head))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MultipartException("the header fields of a part are not UTF-8");
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return Headers.none();
        }
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf("\r\n", from);
            String line = text.substring(from, end < 0 ? text.length() : end);
            int colon = line.indexOf(':');
            if (colon <= 0 || !isToken(line, colon) || !isText(line, colon + 1)) {
                throw new MultipartException("a part has a line that is no header field");
            }
            fields.computeIfAbsent(line.substring(0, colon), absent -> new ArrayList<>(1))
                    .add(line.substring(colon + 1).strip());
            from = end < 0 ? text.length() + 1 : end + 2;
        }
        return Headers.of(fields);
    }

    private static boolean isToken(String line, int end) {
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** No control character but tabs: neither the end of a line nor one that steers a terminal. */
    private static boolean isText(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7F) {
                return false;
            }
        }
        return true;
    }
}
