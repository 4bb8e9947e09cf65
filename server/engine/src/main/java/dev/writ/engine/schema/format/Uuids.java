package dev.writ.engine.schema.format;

/** {@code uuid} (RFC 4122, section 3), of whatever version. */
final class Uuids {
    private Uuids() {}

    static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !Ascii.isHex(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
