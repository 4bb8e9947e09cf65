package dev.writ.engine.schema.format;

import java.nio.charset.StandardCharsets;

/** {@code email} (RFC 5321, section 4.1.2) and {@code idn-email} (RFC 6531, section 3.3). */
final class Emails {
    private static final int MAX_LOCAL_OCTETS = 64;
    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~";

    private Emails() {}

    static boolean isEmail(String text) {
        return isMailbox(text, false);
    }

    static boolean isInternationalEmail(String text) {
        return isMailbox(text, true);
    }

    private static boolean isMailbox(String text, boolean international) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return false;
        }
        String local = text.substring(0, at);
        String domain = text.substring(at + 1);
        return local.getBytes(StandardCharsets.UTF_8).length <= MAX_LOCAL_OCTETS
                && (local.startsWith("\"") ? isQuoted(local, international) : isDotted(local, international))
                && isDomain(domain, international);
    }

    private static boolean isDotted(String local, boolean international) {
        boolean afterDot = true;
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c == '.' ? afterDot : !isAtom(c, international)) {
                return false;
            }
            afterDot = c == '.';
        }
        return !afterDot;
    }

    private static boolean isAtom(char c, boolean international) {
        return Ascii.isLetter(c) || Ascii.isDigit(c) || ATOM.indexOf(c) >= 0 || (international && c >= 0x80);
    }

    private static boolean isQuoted(String local, boolean international) {
        int end = local.length() - 1;
        if (end < 1 || local.charAt(end) != '"') {
            return false;
        }
        for (int i = 1; i < end; i++) {
            char c = local.charAt(i);
            if (c == '\\') {
                i++;
                if (i == end || local.charAt(i) < ' ' || local.charAt(i) > '~') {
                    return false;
                }
            } else if (c == '"' || c < ' ' || c == 0x7F || (c >= 0x80 && !international)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDomain(String domain, boolean international) {
        if (domain.startsWith("[") && domain.endsWith("]")) {
            String literal = domain.substring(1, domain.length() - 1);
            return literal.startsWith("IPv6:")
                    ? Addresses.isIpv6(literal.substring("IPv6:".length()))
                    : Addresses.isIpv4(literal);
        }
        return international ? Hostnames.isNormalizableHostname(domain) : Hostnames.isHostname(domain);
    }
}
