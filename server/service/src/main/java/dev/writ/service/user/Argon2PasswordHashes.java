package dev.writ.service.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/** Argon2id (RFC 9106): 19 MiB, two passes, one lane; a 16-byte salt and 32 bytes of output. */
public final class Argon2PasswordHashes implements PasswordHashes {

    private static final Argon2Cost COST = new Argon2Cost(19 * 1024, 2, 1);
    private static final int SALT_BYTES = 16;
    private static final int OUTPUT_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String hash(String password) {
        byte[] salt = random(SALT_BYTES);
        return new PhcString(COST, salt, digest(COST, salt, password, OUTPUT_BYTES)).encoded();
    }

    @Override
    public boolean matches(String password, String hash) {
        PhcString expected = PhcString.parse(hash);
        byte[] actual = digest(expected.cost(), expected.salt(), password, expected.output().length);
        return MessageDigest.isEqual(actual, expected.output());
    }

    @Override
    public boolean isCurrent(String hash) {
        PhcString kept = PhcString.parse(hash);
        return kept.cost().equals(COST) && kept.salt().length == SALT_BYTES && kept.output().length == OUTPUT_BYTES;
    }

    @Override
    public String decoy() {
        return new PhcString(COST, random(SALT_BYTES), random(OUTPUT_BYTES)).encoded();
    }

    private static byte[] digest(Argon2Cost cost, byte[] salt, String password, int length) {
        byte[] secret = password.getBytes(StandardCharsets.UTF_8);
        try {
            return cost.digest(secret, salt, length);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
