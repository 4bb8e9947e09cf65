package dev.writ.engine.security;

/** The protection space that challenges name (RFC 9110, section 11.5): {@code realm} as a quoted string of ASCII. */
record Realm(String name) {
    /** A challenge that begins with scheme and realm. */
    String challenge(String scheme) {
        return scheme + " realm=" + quoted(name);
    }

    static String quoted(String text) {
        String ascii = text.replaceAll("[^\\x20-\\x7E]", "?");
        return '"' + ascii.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
