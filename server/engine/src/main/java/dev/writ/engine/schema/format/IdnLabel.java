package dev.writ.engine.schema.format;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** A label in letters beyond ASCII (RFC 5891, section 4.2; the code points by RFC 5892). */
final class IdnLabel {
    private static final int MIDDLE_DOT = 0xB7;
    private static final int KERAIA = 0x375;
    private static final int GERESH = 0x5F3;
    private static final int GERSHAYIM = 0x5F4;
    private static final int KATAKANA_DOT = 0x30FB;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    /** RFC 5892, section 2.6. */
    private static final Set<Integer> ALLOWED = Set.of(0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007);

    private static final Set<Integer> DISALLOWED =
            Set.of(0x640, 0x7FA, 0x302E, 0x302F, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303B);

    private IdnLabel() {}

    static boolean isValid(String label) {
        int[] points = label.codePoints().toArray();
        if (points.length == 0
                || points[0] == '-'
                || points[points.length - 1] == '-'
                || label.startsWith("--", 2)
                || isMark(points[0])
                || !Normalizer.isNormalized(label, Normalizer.Form.NFC)) {
            return false;
        }
        for (int i = 0; i < points.length; i++) {
            if (!isAllowed(points, i)) {
                return false;
            }
        }
        return !mixesDigits(points);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isAllowed(int[] points, int i) {
        return switch (points[i]) {
            case MIDDLE_DOT -> at(points, i - 1) == 'l' && at(points, i + 1) == 'l';
            case KERAIA -> isOf(at(points, i + 1), UnicodeScript.GREEK);
            case GERESH, GERSHAYIM -> isOf(at(points, i - 1), UnicodeScript.HEBREW);
            case KATAKANA_DOT -> hasJapanese(points);
            case JOINER -> Joining.isVirama(at(points, i - 1));
            case NON_JOINER -> Joining.isVirama(at(points, i - 1)) || Joining.breaks(points, i);
            default -> isAlwaysAllowed(points[i]);
        };
    }

    private static int at(int[] points, int i) {
        return i >= 0 && i < points.length ? points[i] : -1;
    }

    private static boolean isOf(int c, UnicodeScript script) {
        return c >= 0 && UnicodeScript.of(c) == script;
    }

    private static boolean hasJapanese(int[] points) {
        for (int c : points) {
            if (c != KATAKANA_DOT
                    && (isOf(c, UnicodeScript.HIRAGANA)
                            || isOf(c, UnicodeScript.KATAKANA)
                            || isOf(c, UnicodeScript.HAN))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlwaysAllowed(int c) {
        if (ALLOWED.contains(c)) {
            return true;
        }
        if (DISALLOWED.contains(c) || isUnstable(c)) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.LOWERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> true;
            default -> c == '-';
        };
    }

    /** Capitals, and what is written otherwise once it is normalized: the small form is the one that is allowed. */
    private static boolean isUnstable(int c) {
        String text = Character.toString(c);
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return !Normalizer.normalize(folded, Normalizer.Form.NFKC).equals(text);
    }

    /** Two kinds of Arabic digits look alike (RFC 5892, appendices A.8 and A.9). */
    private static boolean mixesDigits(int[] points) {
        boolean some = false;
        boolean extended = false;
        for (int c : points) {
            some |= c >= 0x660 && c <= 0x669;
            extended |= c >= 0x6F0 && c <= 0x6F9;
        }
        return some && extended;
    }
}
