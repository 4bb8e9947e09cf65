package dev.writ.engine.schema.format;

/** {@code byte}: base64 with its padding, and nothing else (RFC 4648, section 4). */
final class Base64Text {
    private Base64Text() {}

    static boolean isBase64(String text) {
        int end = text.length();
        if (end % 4 != 0) {
            return false;
        }
        for (int padding = 0; padding < 2 && end > 0 && text.charAt(end - 1) == '='; padding++) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (!Ascii.isLetter(c) && !Ascii.isDigit(c) && c != '+' && c != '/') {
                return false;
            }
        }
        return true;
    }
}
