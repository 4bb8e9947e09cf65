package dev.writ.service.user;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.writ.service.user.PasswordOutcome.Busy;
import dev.writ.service.user.PasswordOutcome.Refused;
import dev.writ.service.user.PasswordOutcome.Verified;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Checks a name and a password. An unknown name costs a hash like a known one, hashes are bounded in number, and who
 * was right a moment ago is not hashed again. One object serves the whole service (it is the cache and the bound) and
 * any number of threads; a call may block for a hash and for its turn, a bit over a second at most.
 */
public final class PasswordVerifier {

    private final UserStore users;
    private final PasswordHashes hashes;
    private final HashGate gate;
    private final VerifiedCredentials verified;
    private final String decoy;

    @Inject
    public PasswordVerifier(UserStore users, PasswordHashes hashes) {
        this(users, hashes, HashGate.perCore(), new VerifiedCredentials(Ticker.systemTicker()));
    }

    PasswordVerifier(UserStore users, PasswordHashes hashes, HashGate gate, VerifiedCredentials verified) {
        this.users = users;
        this.hashes = hashes;
        this.gate = gate;
        this.verified = verified;
        this.decoy = hashes.decoy();
    }

    /**
     * Whether the password is that of the user.
     *
     * @throws dev.writ.service.database.DatabaseUnavailableException if the users are needed and cannot be reached
     */
    public PasswordOutcome verify(String name, String password) {
        Credentials credentials = new Credentials(name, password);
        if (!credentials.arePlausible()) {
            return new Refused();
        }
        if (verified.contains(credentials)) {
            return new Verified(name);
        }
        Optional<UserEntry> user = users.find(name);
        return gate.pass(() -> hashed(credentials, user), new Busy());
    }

    private PasswordOutcome hashed(Credentials credentials, Optional<UserEntry> user) {
        if (verified.contains(credentials)) { // another request of the same client was first
            return new Verified(credentials.name());
        }
        String hash = user.map(UserEntry::passwordHash).orElse(decoy);
        boolean matches = hashes.matches(credentials.password(), hash);
        if (user.isEmpty() || !matches) {
            return new Refused();
        }
        verified.add(credentials);
        return new Verified(credentials.name());
    }
}
