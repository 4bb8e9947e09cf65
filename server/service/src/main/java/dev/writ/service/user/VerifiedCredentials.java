package dev.writ.service.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers, for a minute, which credentials were right; never which were wrong. Knows them by a hash under a key that
 * lives as long as this object, so neither passwords nor anything that could be tried offline is in memory. A changed
 * password goes on working for that minute. Safe for use by many threads.
 */
final class VerifiedCredentials {

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final int CAPACITY = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final Cache<ByteBuffer, Boolean> known;
    private final SecretKeySpec key;

    VerifiedCredentials(Ticker ticker) {
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(LIFETIME)
                .maximumSize(CAPACITY)
                .ticker(ticker)
                .build();
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    boolean contains(Credentials credentials) {
        return known.getIfPresent(keyOf(credentials)) != null;
    }

    void add(Credentials credentials) {
        known.put(keyOf(credentials), true);
    }

    private ByteBuffer keyOf(Credentials credentials) {
        byte[] joined = credentials.joined();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(joined)).asReadOnlyBuffer();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        } finally {
            Arrays.fill(joined, (byte) 0);
        }
    }
}
