package dev.writ.engine.schema.format;

/** {@code json-pointer} (RFC 6901) and {@code relative-json-pointer} (draft-bhutton-relative-json-pointer-00). */
final class JsonPointers {
    private JsonPointers() {}

    static boolean isPointer(String text) {
        return text.isEmpty() || (text.charAt(0) == '/' && areTokens(text));
    }

    static boolean isRelative(String text) {
        int end = 0;
        while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
            end++;
        }
        if (end == 0 || (end > 1 && text.charAt(0) == '0')) {
            return false;
        }
        String rest = text.substring(end);
        return rest.equals("#") || isPointer(rest);
    }

    /** A tilde stands for itself or a slash, and never alone. */
    private static boolean areTokens(String text) {
        for (int tilde = text.indexOf('~'); tilde >= 0; tilde = text.indexOf('~', tilde + 1)) {
            if (!text.startsWith("0", tilde + 1) && !text.startsWith("1", tilde + 1)) {
                return false;
            }
        }
        return true;
    }
}
