package dev.writ.service.user;

import java.util.Optional;

/**
 * Compares passwords with the hashes of users, no more at once than the gate lets through. Where there is no user, a decoy
 * takes as long. Safe for use by many threads.
 */
final class PasswordComparer {

    private final PasswordHashes hashes;
    private final HashGate gate;
    private final String decoy;

    PasswordComparer(PasswordHashes hashes, HashGate gate) {
        this.hashes = hashes;
        this.gate = gate;
        this.decoy = hashes.decoy();
    }

    /** Takes the time of one hash, or of two if the password is right and its hash is not of today. */
    Comparison compare(String password, Optional<UserEntry> user) {
        String hash = user.map(UserEntry::passwordHash).orElse(decoy);
        return gate.pass(
                () -> hashes.matches(password, hash) && user.isPresent()
                        ? new Comparison.Matched(hashes.isCurrent(hash) ? hash : hashes.hash(password))
                        : new Comparison.Mismatched(),
                new Comparison.NotCompared());
    }
}
