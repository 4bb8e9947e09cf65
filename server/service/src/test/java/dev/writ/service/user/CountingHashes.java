package dev.writ.service.user;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Hashes that cost nothing, say which were asked for, and can be held up in their middle. */
final class CountingHashes implements PasswordHashes {

    private static final String DECOY = "decoy";

    private final List<String> matched = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch open = new CountDownLatch(0);

    /** From now on every match waits until the latch is down. */
    void holdUntil(CountDownLatch latch) {
        open = latch;
    }

    /** The hashes that passwords were compared with, in order of their beginning. */
    List<String> matched() {
        return matched;
    }

    @Override
    public String hash(String password) {
        return "hash of " + password;
    }

    @Override
    public boolean matches(String password, String hash) {
        matched.add(hash);
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return hash.equals(DECOY) || hash.equals(hash(password)) || hash.equals(outdated(password));
    }

    /** A hash with other parameters than those of today. */
    String outdated(String password) {
        return "old hash of " + password;
    }

    @Override
    public boolean isCurrent(String hash) {
        return !hash.startsWith("old");
    }

    /** Matches everything, so that a verifier that trusted it would be found out. */
    @Override
    public String decoy() {
        return DECOY;
    }
}
