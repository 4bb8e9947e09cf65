package dev.writ.api;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value of {@code Content-Disposition} (RFC 6266): {@code ContentDisposition.attachment("Übersicht 2026.pdf")}. A name may be
 * anything that somebody has once given a file. It is cut down to its last part, without what steers a terminal, the
 * direction of text or a file system, and sent as {@code filename}, in ASCII, and where that loses something as
 * {@code filename*} (RFC 8187) too. Immutable.
 */
public final class ContentDisposition {
    private static final int MAX_LENGTH = 150;
    private static final String NAMELESS = "download";
    /** Controls, marks of format and direction, separators of lines, halves of characters, what has no meaning yet. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    /** What file systems have uses for. */
    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]");
    /** Names of devices on Windows, whatever their extension. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\\..*)?");
    /** RFC 8187, section 3.2.1. */
    private static final Pattern ATTRIBUTE_CHARACTER = Pattern.compile("[A-Za-z0-9!#$&+.^_`|~-]");

    private static final Set<Integer> EDGES = Set.of((int) '.', (int) ' ');

    private final String text;

    private ContentDisposition(String text) {
        this.text = text;
    }

    /** To be saved. */
    public static ContentDisposition attachment() {
        return new ContentDisposition("attachment");
    }

    /** To be saved under this name. */
    public static ContentDisposition attachment(String filename) {
        return named("attachment", filename);
    }

    /** To be shown, and saved under this name if somebody wants to. */
    public static ContentDisposition inline(String filename) {
        return named("inline", filename);
    }

    private static ContentDisposition named(String type, String filename) {
        String name = safe(filename);
        String ascii = ascii(name);
        String plain = type + "; filename=\"" + ascii + '"';
        return new ContentDisposition(ascii.equals(name) ? plain : plain + "; filename*=UTF-8''" + encoded(name));
    }

    private static String safe(String filename) {
        String whole = Normalizer.normalize(filename, Normalizer.Form.NFC);
        String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        String seen = RESERVED.matcher(UNSEEN.matcher(last).replaceAll("")).replaceAll("_");
        return usable(shortened(trimmed(seen)));
    }

    private static String usable(String text) {
        String name = trimmed(text);
        return name.isEmpty() ? NAMELESS : DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    /** Without dots and blanks at its ends, which hide files or vanish. */
    private static String trimmed(String name) {
        int[] points = name.codePoints().toArray();
        int from = 0;
        int to = points.length;
        while (from < to && isEdge(points[from])) {
            from++;
        }
        while (to > from && isEdge(points[to - 1])) {
            to--;
        }
        return new String(points, from, to - from);
    }

    private static boolean isEdge(int point) {
        return EDGES.contains(point) || Character.isSpaceChar(point);
    }

    /** With its extension. */
    private static String shortened(String name) {
        int[] points = name.codePoints().toArray();
        if (points.length <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 20 ? name.substring(dot) : "";
        return new String(points, 0, MAX_LENGTH - extension.length()) + extension;
    }

    /** For clients that know no other: letters without their marks, and what some of them would decode made plain. */
    private static String ascii(String name) {
        return usable(Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7E]", "_")
                .replace('%', '_'));
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            String one = String.valueOf((char) (octet & 0xFF));
            encoded.append(ATTRIBUTE_CHARACTER.matcher(one).matches() ? one : String.format("%%%02X", octet));
        }
        return encoded.toString();
    }

    /** As the field has it. */
    @Override
    public String toString() {
        return text;
    }
}
