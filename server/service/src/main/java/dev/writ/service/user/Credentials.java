package dev.writ.service.user;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A name and a password as somebody sent them. */
record Credentials(String name, String password) {

    private static final int MAX_NAME = 100;
    private static final int MAX_PASSWORD = 200;

    /**
     * Whether they could be somebody's: at most 100 and 200 code points, no control characters (RFC 7617 has none), no
     * half surrogates (which UTF-8 cannot tell from a question mark). Whatever is not costs no hash.
     */
    boolean arePlausible() {
        return isPlausible(name, MAX_NAME) && isPlausible(password, MAX_PASSWORD);
    }

    /** Both in one sequence of bytes, which no other pair has. */
    byte[] joined() {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] passwordBytes = password.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + nameBytes.length + passwordBytes.length)
                .putInt(nameBytes.length)
                .put(nameBytes)
                .put(passwordBytes)
                .array();
    }

    /** Without the password, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "Credentials[name=" + name + "]";
    }

    private static boolean isPlausible(String text, int limit) {
        return text.length() <= 2 * limit
                && text.codePointCount(0, text.length()) <= limit
                && text.codePoints().noneMatch(Credentials::isForbidden);
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
