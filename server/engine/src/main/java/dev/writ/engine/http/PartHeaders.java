package dev.writ.engine.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header fields of a part: UTF-8 (RFC 7578, section 5.1), no folded lines, no control characters. */
final class PartHeaders {
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):([\\t\\P{Cntrl}]*)");

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
        for (String line : text.split("\r\n", -1)) {
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                throw new MultipartException("a part has a line that is no header field");
            }
            fields.computeIfAbsent(field.group(1), absent -> new ArrayList<>())
                    .add(field.group(2).strip());
        }
        return Headers.of(fields);
    }
}
