package dev.writ.engine.schema.format;

/** {@code uri-template} (RFC 6570, section 2). */
final class UriTemplates {
    private static final String OPERATORS = "+#./;?&";
    private static final String NO_LITERALS = "\"<>\\^`{|}% ";

    private UriTemplates() {}

    static boolean isTemplate(String text) {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c == '{') {
                int close = text.indexOf('}', at);
                if (close < 0 || !isExpression(text.substring(at + 1, close))) {
                    return false;
                }
                at = close + 1;
            } else if (Ascii.isEscape(text, at)) {
                at += 3;
            } else if (c <= ' ' || (c >= 0x7F && c < 0xA0) || NO_LITERALS.indexOf(c) >= 0) {
                return false;
            } else {
                at += Character.charCount(c);
            }
        }
        return true;
    }

    private static boolean isExpression(String text) {
        String list = !text.isEmpty() && OPERATORS.indexOf(text.charAt(0)) >= 0 ? text.substring(1) : text;
        for (String variable : list.split(",", -1)) {
            if (!isVariable(variable)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVariable(String text) {
        if (text.endsWith("*")) {
            return isName(text.substring(0, text.length() - 1));
        }
        int colon = text.indexOf(':');
        return colon < 0 ? isName(text) : isName(text.substring(0, colon)) && isLength(text.substring(colon + 1));
    }

    /** 1 to 9999. */
    private static boolean isLength(String text) {
        return !text.isEmpty()
                && text.length() <= 4
                && text.charAt(0) != '0'
                && text.chars().allMatch(Ascii::isDigit);
    }

    private static boolean isName(String text) {
        boolean afterDot = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (afterDot) {
                    return false;
                }
            } else if (Ascii.isEscape(text, i)) {
                i += 2;
            } else if (!Ascii.isLetter(c) && !Ascii.isDigit(c) && c != '_') {
                return false;
            }
            afterDot = c == '.';
        }
        return !afterDot;
    }
}
