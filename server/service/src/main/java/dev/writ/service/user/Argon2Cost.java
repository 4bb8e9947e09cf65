package dev.writ.service.user;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What one Argon2id hash costs: memory in KiB, passes over it, lanes. */
record Argon2Cost(int memory, int passes, int lanes) {

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
