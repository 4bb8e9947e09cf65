package dev.writ.service.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * Remembers which credentials were right and against which hash of the user; never which were wrong. They are known by
 * keyed hashes, so that neither passwords nor hashes of the database are in memory. Forgotten are those that were not used
 * for 12 hours and, beyond 10,000, those that are used least. Safe for use by many threads.
 */
final class VerifiedCredentials {

    static final int CAPACITY = 10_000;
    static final Duration LIFETIME = Duration.ofHours(12);
    /** How long they are good without a look at the user. */
    static final Duration FRESHNESS = Duration.ofSeconds(1);

    private final KeyedHash keyedHash = new KeyedHash();
    private final Cache<ByteBuffer, Verification> verifications;

    VerifiedCredentials(Ticker ticker) {
        this.verifications = Caffeine.newBuilder()
                .expireAfterAccess(LIFETIME)
                .maximumSize(CAPACITY)
                .ticker(ticker)
                .build();
    }

    /** What the other methods know the credentials by. */
    ByteBuffer keyOf(Credentials credentials) {
        byte[] joined = credentials.joined();
        try {
            return keyedHash.of(joined);
        } finally {
            Arrays.fill(joined, (byte) 0);
        }
    }

    boolean contains(ByteBuffer key) {
        return verifications.getIfPresent(key) != null;
    }

    /** Whether they were right less than a second before {@code now}, in nanoseconds of the ticker. */
    boolean areFresh(ByteBuffer key, long now) {
        Verification verification = verifications.getIfPresent(key);
        return verification != null && now - verification.time() < FRESHNESS.toNanos();
    }

    /** Whether they were right for a user with this hash. */
    boolean areBoundTo(ByteBuffer key, String passwordHash) {
        Verification verification = verifications.getIfPresent(key);
        return verification != null && verification.user().equals(digest(passwordHash));
    }

    /** @param time when the user was asked for, in nanoseconds of the ticker */
    void add(ByteBuffer key, String passwordHash, long time) {
        verifications.put(key, new Verification(digest(passwordHash), time));
    }

    void remove(ByteBuffer key) {
        verifications.invalidate(key);
    }

    /** How many are remembered. */
    long size() {
        verifications.cleanUp();
        return verifications.estimatedSize();
    }

    private ByteBuffer digest(String passwordHash) {
        return keyedHash.of(passwordHash.getBytes(StandardCharsets.UTF_8));
    }

    private record Verification(ByteBuffer user, long time) {}
}
