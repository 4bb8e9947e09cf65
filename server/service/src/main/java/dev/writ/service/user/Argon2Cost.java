package dev.writ.service.user;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What one Argon2id hash costs: memory in KiB, passes over it, lanes. */
record Argon2Cost(int memory, int passes, int lanes) {

    private static final int MAX_MEMORY = 64 * 1024;
    private static final int MAX_PASSES = 10;
    private static final int MAX_LANES = 16;
    private static final int MIN_MEMORY_PER_LANE = 8;

    /** Whether the algorithm allows it (RFC 9106, section 3.1) and this service can spend it on a login: 64 MiB at most. */
    boolean isAffordable() {
        return memory <= MAX_MEMORY
                && memory >= MIN_MEMORY_PER_LANE * lanes
                && passes >= 1
                && passes <= MAX_PASSES
                && lanes >= 1
                && lanes <= MAX_LANES;
    }

    byte[] digest(byte[] secret, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] output = new byte[length];
        generator.generateBytes(secret, output);
        return output;
    }
}
