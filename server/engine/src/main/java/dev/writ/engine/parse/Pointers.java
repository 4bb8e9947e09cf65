package dev.writ.engine.parse;

/** JSON pointers (RFC 6901) as text. */
final class Pointers {
    private Pointers() {}

    static String append(String pointer, String token) {
        boolean plain = token.indexOf('~') < 0 && token.indexOf('/') < 0;
        return pointer + "/" + (plain ? token : token.replace("~", "~0").replace("/", "~1"));
    }
}
