package dev.writ.engine.server;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of requests: UUIDs (RFC 9562, version 4) that are told apart, but no secrets. */
final class RequestIds {
    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION = 0x4000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private RequestIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~VERSION_BITS) | VERSION, (random.nextLong() & ~VARIANT_BITS) | VARIANT)
                .toString();
    }
}
