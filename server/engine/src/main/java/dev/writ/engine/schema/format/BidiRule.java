package dev.writ.engine.schema.format;

/** What labels must be like in a name that is partly written from right to left (RFC 5893, section 2). */
final class BidiRule {
    private BidiRule() {}

    static boolean isRightToLeft(String label) {
        return label.codePoints().anyMatch(c -> isRightToLeft(c) || is(c, Character.DIRECTIONALITY_ARABIC_NUMBER));
    }

    static boolean holds(String label) {
        int first = label.codePointAt(0);
        if (isRightToLeft(first)) {
            boolean european = label.codePoints().anyMatch(c -> is(c, Character.DIRECTIONALITY_EUROPEAN_NUMBER));
            boolean arabic = label.codePoints().anyMatch(c -> is(c, Character.DIRECTIONALITY_ARABIC_NUMBER));
            int last = last(label);
            return !(european && arabic)
                    && label.codePoints().noneMatch(c -> is(c, Character.DIRECTIONALITY_LEFT_TO_RIGHT))
                    && label.codePoints().allMatch(BidiRule::isRightToLeftOrNeutral)
                    && (isRightToLeft(last) || isNumber(last));
        }
        int last = last(label);
        return is(first, Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                && label.codePoints().noneMatch(c -> isRightToLeft(c) || is(c, Character.DIRECTIONALITY_ARABIC_NUMBER))
                && (is(last, Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                        || is(last, Character.DIRECTIONALITY_EUROPEAN_NUMBER));
    }

    /** But for marks, which belong to what is before them. */
    private static int last(String label) {
        int end = label.length();
        while (end > 0) {
            int c = label.codePointBefore(end);
            if (!is(c, Character.DIRECTIONALITY_NONSPACING_MARK)) {
                return c;
            }
            end -= Character.charCount(c);
        }
        return 0;
    }

    private static boolean isRightToLeft(int c) {
        return is(c, Character.DIRECTIONALITY_RIGHT_TO_LEFT) || is(c, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    private static boolean isNumber(int c) {
        return is(c, Character.DIRECTIONALITY_EUROPEAN_NUMBER) || is(c, Character.DIRECTIONALITY_ARABIC_NUMBER);
    }

    private static boolean isRightToLeftOrNeutral(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT,
                    Character.DIRECTIONALITY_PARAGRAPH_SEPARATOR,
                    Character.DIRECTIONALITY_SEGMENT_SEPARATOR,
                    Character.DIRECTIONALITY_WHITESPACE -> false;
            default -> true;
        };
    }

    private static boolean is(int c, byte directionality) {
        return Character.getDirectionality(c) == directionality;
    }
}
