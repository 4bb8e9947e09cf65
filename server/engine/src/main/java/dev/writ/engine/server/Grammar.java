package dev.writ.engine.server;

/** Which octets may stand where (RFC 9110, section 5.6; RFC 3986, appendix A). */
final class Grammar {
    private static final byte TOKEN = 1;
    private static final byte VALUE = 2;
    private static final byte TARGET = 4;
    private static final byte[] CLASSES = new byte[256];

    static {
        for (int octet = 0x20; octet < 256; octet++) {
            mark(octet, VALUE);
        }
        mark('\t', VALUE);
        CLASSES[0x7F] = 0;
        for (int octet = 0x21; octet < 0x7F; octet++) {
            // What browsers send as it is, beside what RFC 3986 has: nobody can take it for anything else.
            mark(octet, TARGET);
        }
        for (char other : "\"<>\\#".toCharArray()) {
            CLASSES[other] &= ~TARGET;
        }
        for (int octet = 0; octet < 0x7F; octet++) {
            if (Character.isLetterOrDigit(octet) || "!#$%&'*+-.^_`|~".indexOf(octet) >= 0) {
                mark(octet, TOKEN);
            }
        }
    }

    private Grammar() {}

    private static void mark(int octet, byte kind) {
        CLASSES[octet] |= kind;
    }

    static boolean isToken(byte[] bytes, int from, int to) {
        return from < to && all(bytes, from, to, TOKEN);
    }

    /** Of a header field, obsolete text included. */
    static boolean isValue(byte[] bytes, int from, int to) {
        return all(bytes, from, to, VALUE);
    }

    /** With every percent sign before two hexadecimal digits. */
    static boolean isTarget(byte[] bytes, int from, int to) {
        if (from == to || !all(bytes, from, to, TARGET)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] == '%' && (i + 2 >= to || hexDigit(bytes[i + 1]) < 0 || hexDigit(bytes[i + 2]) < 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean all(byte[] bytes, int from, int to, byte kind) {
        for (int i = from; i < to; i++) {
            if ((CLASSES[bytes[i] & 0xFF] & kind) == 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    /** Its value, or -1 if it is none. */
    static int hexDigit(byte octet) {
        return octet < 0 ? -1 : Character.digit((char) octet, 16);
    }
}
