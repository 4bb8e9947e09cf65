package dev.writ.engine.schema.format;

/** {@code uri} and {@code uri-reference} (RFC 3986), {@code iri} and {@code iri-reference} (RFC 3987). */
enum Uris {
    URI,
    IRI;

    private static final String UNRESERVED = "-._~";
    private static final String SUB_DELIMITERS = "!$&'()*+,;=";

    boolean isAbsolute(String text) {
        int colon = schemeEnd(text);
        return colon > 0 && isAfterScheme(text.substring(colon + 1), false);
    }

    boolean isReference(String text) {
        return isAbsolute(text) || isAfterScheme(text, true);
    }

    /** The index of the colon after the scheme; -1 if there is none. */
    private static int schemeEnd(String text) {
        if (text.isEmpty() || !Ascii.isLetter(text.charAt(0))) {
            return -1;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i;
            }
            if (!Ascii.isLetter(c) && !Ascii.isDigit(c) && "+-.".indexOf(c) < 0) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isAfterScheme(String text, boolean relative) {
        int hash = text.indexOf('#');
        String fragment = hash < 0 ? "" : text.substring(hash + 1);
        String rest = hash < 0 ? text : text.substring(0, hash);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        String hierarchy = mark < 0 ? rest : rest.substring(0, mark);
        return isMade(fragment, ":@/?", false) && isMade(query, ":@/?", true) && isHierarchy(hierarchy, relative);
    }

    private boolean isHierarchy(String text, boolean relative) {
        if (text.startsWith("//")) {
            int slash = text.indexOf('/', 2);
            String authority = text.substring(2, slash < 0 ? text.length() : slash);
            return isAuthority(authority) && isMade(slash < 0 ? "" : text.substring(slash), ":@/", false);
        }
        int slash = text.indexOf('/');
        String first = text.substring(0, slash < 0 ? text.length() : slash);
        // Without a scheme, a colon in the first segment would make one.
        return isMade(text, ":@/", false) && !(relative && first.indexOf(':') >= 0);
    }

    private boolean isAuthority(String text) {
        int at = text.indexOf('@');
        if (at >= 0 && !isMade(text.substring(0, at), ":", false)) {
            return false;
        }
        String hostAndPort = text.substring(at + 1);
        int close = hostAndPort.startsWith("[") ? hostAndPort.indexOf(']') : -1;
        int colon = hostAndPort.indexOf(':', close + 1);
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        String port = colon < 0 ? "" : hostAndPort.substring(colon + 1);
        boolean named =
                close < 0 ? isMade(host, "", false) : close == host.length() - 1 && isLiteral(host.substring(1, close));
        return named && port.chars().allMatch(Ascii::isDigit);
    }

    private static boolean isLiteral(String text) {
        if (!text.startsWith("v") && !text.startsWith("V")) {
            return Addresses.isIpv6(text);
        }
        int dot = text.indexOf('.');
        return dot > 1
                && dot < text.length() - 1
                && text.substring(1, dot).chars().allMatch(Ascii::isHex)
                && text.substring(dot + 1).chars().allMatch(c -> isPlain(c) || c == ':');
    }

    private static boolean isPlain(int c) {
        return Ascii.isLetter(c) || Ascii.isDigit(c) || UNRESERVED.indexOf(c) >= 0 || SUB_DELIMITERS.indexOf(c) >= 0;
    }

    /** Whether a part has nothing but what is allowed everywhere, what is allowed here, and escapes. */
    private boolean isMade(String text, String besides, boolean query) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '%') {
                if (!Ascii.isEscape(text, i)) {
                    return false;
                }
                i += 3;
                continue;
            }
            if (!isPlain(c) && besides.indexOf(c) < 0 && !(this == IRI && isBeyondAscii(c, query))) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    /** {@code ucschar}, and {@code iprivate} in queries. */
    private static boolean isBeyondAscii(int c, boolean query) {
        boolean privateUse = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
        if (privateUse) {
            return query && (c & 0xFFFE) != 0xFFFE;
        }
        boolean low = (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFEF);
        return low || (c >= 0x10000 && c <= 0xEFFFD && (c & 0xFFFE) != 0xFFFE && !(c >= 0xE0000 && c < 0xE1000));
    }
}
