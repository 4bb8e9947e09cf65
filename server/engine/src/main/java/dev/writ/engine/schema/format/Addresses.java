package dev.writ.engine.schema.format;

/** {@code ipv4} (RFC 2673, section 3.2) and {@code ipv6} (RFC 4291, section 2.2). */
final class Addresses {
    private Addresses() {}

    static boolean isIpv4(String text) {
        return isIpv4(text, 0);
    }

    private static boolean isIpv4(String text, int start) {
        int at = start;
        for (int octet = 0; octet < 4; octet++) {
            if (octet > 0) {
                if (!text.startsWith(".", at)) {
                    return false;
                }
                at++;
            }
            int begin = at;
            int value = 0;
            while (at < text.length() && at < begin + 3 && Ascii.isDigit(text.charAt(at))) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            // A zero in front would be octal to some.
            if (at == begin || value > 255 || (text.charAt(begin) == '0' && at > begin + 1)) {
                return false;
            }
        }
        return at == text.length();
    }

    static boolean isIpv6(String text) {
        int groups = 0;
        boolean compressed = false;
        int at = 0;
        if (text.startsWith("::")) {
            compressed = true;
            at = 2;
        }
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Ascii.isHex(text.charAt(end))) {
                end++;
            }
            if (text.startsWith(".", end)) {
                return isIpv4(text, at) && isComplete(groups + 2, compressed);
            }
            if (end == at || end > at + 4) {
                return false;
            }
            groups++;
            if (end == text.length()) {
                return isComplete(groups, compressed);
            }
            if (text.startsWith("::", end)) {
                if (compressed) {
                    return false;
                }
                compressed = true;
                at = end + 2;
            } else if (text.charAt(end) == ':' && end + 1 < text.length()) {
                at = end + 1;
            } else {
                return false;
            }
        }
        return compressed && isComplete(groups, true);
    }

    private static boolean isComplete(int groups, boolean compressed) {
        return compressed ? groups <= 7 : groups == 8;
    }
}
