package dev.writ.engine.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Forwarded} (RFC 7239, section 4). Values may have a colon without quotes, as proxies write them. */
final class ForwardedElements {
    private static final Pattern PAIR = Pattern.compile(
            "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,100}+)\"|([^\\s\",;\\\\]*))\\s*(?:([,;])|$)");

    /** What stands between two commas, or at either end, and is nothing (RFC 9110, section 5.6.1.2). */
    private static final Pattern EMPTY = Pattern.compile("\\s*(?:,|$)");

    private ForwardedElements() {}

    /** What each proxy has added, the first of them first; empty if that cannot be told for sure. */
    static Optional<List<Map<String, String>>> parse(String field) {
        List<Map<String, String>> elements = new ArrayList<>();
        Map<String, String> element = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(field);
        Matcher empty = EMPTY.matcher(field);
        int at = 0;
        while (at < field.length()) {
            empty.region(at, field.length());
            if (element.isEmpty() && empty.lookingAt()) {
                at = empty.end();
                continue;
            }
            pair.region(at, field.length());
            if (!pair.lookingAt()) {
                return Optional.empty();
            }
            String value = pair.group(2) != null ? pair.group(2).replaceAll("\\\\(.)", "$1") : pair.group(3);
            if (element.put(pair.group(1).toLowerCase(Locale.ROOT), value) != null) {
                return Optional.empty();
            }
            if (",".equals(pair.group(4))) {
                elements.add(element);
                element = new LinkedHashMap<>();
            }
            at = pair.end();
        }
        if (!element.isEmpty()) {
            elements.add(element);
        }
        return Optional.of(elements);
    }
}
