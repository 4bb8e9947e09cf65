package dev.writ.engine.schema.format;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Where invisible joiners have a meaning (RFC 5892, appendices A.1 and A.2). */
final class Joining {
    private static final Set<Integer> VIRAMAS = Set.of(
            0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xBCD, 0xC4D, 0xCCD, 0xD3B, 0xD3C, 0xD4D, 0xDCA, 0xE3A, 0xEBA, 0xF84,
            0x1039, 0x103A, 0x1714, 0x1734, 0x17D2, 0x1A60, 0x1B44, 0x1BAA, 0x1BAB, 0x1BF2, 0x1BF3, 0x2D7F, 0xA806,
            0xA8C4, 0xA953, 0xA9C0, 0xAAF6, 0xABED, 0x10A3F, 0x11046, 0x1107F, 0x110B9, 0x11133, 0x11134, 0x111C0,
            0x11235, 0x112EA, 0x1134D, 0x11442, 0x114C2, 0x115BF, 0x1163F, 0x116B6, 0x1172B, 0x11839);
    /** Letters of Arabic that join to the one before them only. */
    private static final Set<Integer> RIGHT_JOINING = Set.of(
            0x622, 0x623, 0x624, 0x625, 0x627, 0x629, 0x62F, 0x630, 0x631, 0x632, 0x648, 0x671, 0x672, 0x673, 0x675,
            0x676, 0x677, 0x688, 0x689, 0x68A, 0x68B, 0x68C, 0x68D, 0x68E, 0x68F, 0x690, 0x691, 0x692, 0x693, 0x694,
            0x695, 0x696, 0x697, 0x698, 0x699, 0x6C0, 0x6C3, 0x6C4, 0x6C5, 0x6C6, 0x6C7, 0x6C8, 0x6C9, 0x6CA, 0x6CB,
            0x6CD, 0x6CF, 0x6D2, 0x6D3, 0x6D5, 0x6EE, 0x6EF);

    private static final Set<Integer> NOT_JOINING = Set.of(0x621, 0x674, 0x6DD);

    private Joining() {}

    static boolean isVirama(int c) {
        return VIRAMAS.contains(c);
    }

    /** Whether two letters that would join stand around it, but for marks that joining does not see. */
    static boolean breaks(int[] points, int at) {
        int before = at - 1;
        while (before >= 0 && isTransparent(points[before])) {
            before--;
        }
        int after = at + 1;
        while (after < points.length && isTransparent(points[after])) {
            after++;
        }
        return before >= 0 && after < points.length && joinsNext(points[before]) && joinsPrevious(points[after]);
    }

    private static boolean isTransparent(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean joinsPrevious(int c) {
        return isArabicLetter(c) && !NOT_JOINING.contains(c);
    }

    private static boolean joinsNext(int c) {
        return joinsPrevious(c) && !RIGHT_JOINING.contains(c);
    }

    private static boolean isArabicLetter(int c) {
        return UnicodeScript.of(c) == UnicodeScript.ARABIC && Character.isLetter(c);
    }
}
