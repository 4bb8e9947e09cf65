package dev.writ.service.user;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A name and a password as somebody sent them. */
record Credentials(String name, String password) {

    /**
     * Whether they could be somebody's: neither is empty or too long (100 and 200 code points), has control characters
     * (RFC 7617 allows none) or half surrogates (which UTF-8 cannot tell from a question mark). Whatever is not costs
     * no hash.
     */
    boolean arePlausible() {
        return CredentialRules.isPlausibleName(name) && CredentialRules.isPlausiblePassword(password);
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
}
