package dev.writ.engine.model;

/** JSON pointers (RFC 6901) as text. */
public final class Pointers {
    private Pointers() {}

    /** One level deeper; {@code token} is the name of a member or the index of an item, not escaped. */
    public static String append(String pointer, String token) {
        boolean plain = token.indexOf('~') < 0 && token.indexOf('/') < 0;
        return pointer + "/" + (plain ? token : token.replace("~", "~0").replace("/", "~1"));
    }

    /** The name that an escaped token stands for. */
    public static String name(String token) {
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }
}
