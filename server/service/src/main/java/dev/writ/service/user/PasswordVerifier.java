package dev.writ.service.user;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.writ.engine.http.ClientNetwork;
import dev.writ.service.database.DatabaseUnavailableException;
import dev.writ.service.user.PasswordOutcome.Busy;
import dev.writ.service.user.PasswordOutcome.Refused;
import dev.writ.service.user.PasswordOutcome.Throttled;
import dev.writ.service.user.PasswordOutcome.Verified;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a name and a password. An unknown or disabled user costs a hash like any other. Hashes are bounded in number at
 * once, and those in vain in number per minute, for each account and each client. Who was right is remembered and neither
 * hashed nor counted again, as long as the user, looked at once a second, is enabled and has the same hash. One object
 * serves the whole service (it is the memory and the bound) and any number of threads; a call may block for the database,
 * for a hash and for its turn, a few seconds at most.
 */
public final class PasswordVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordVerifier.class);

    private final UserStore users;
    private final PasswordComparer comparer;
    private final Ticker ticker;
    private final VerifiedCredentials verified;
    private final AttemptLimits limits;
    private final SingleFlight<ByteBuffer, PasswordOutcome> checks = new SingleFlight<>();

    @Inject
    public PasswordVerifier(UserStore users, PasswordHashes hashes) {
        this(users, new PasswordComparer(hashes, HashGate.perCore()), Ticker.systemTicker());
    }

    PasswordVerifier(UserStore users, PasswordComparer comparer, Ticker ticker) {
        this.users = users;
        this.comparer = comparer;
        this.ticker = ticker;
        this.verified = new VerifiedCredentials(ticker);
        this.limits = new AttemptLimits(ticker);
    }

    /**
     * Whether the password is that of the user.
     *
     * @param clientAddress the IP address of who asks, as text
     * @throws DatabaseUnavailableException if the users are needed and cannot be reached
     */
    public PasswordOutcome verify(String name, String password, String clientAddress) {
        Credentials credentials = new Credentials(name, password);
        if (!credentials.arePlausible()) {
            return new Refused();
        }
        ByteBuffer key = verified.keyOf(credentials);
        if (verified.areFresh(key, ticker.read())) {
            return new Verified(name);
        }
        return checks.join(key, () -> check(new Check(credentials, key, ticker.read()), clientAddress));
    }

    private PasswordOutcome check(Check check, String clientAddress) {
        if (verified.areFresh(check.key(), check.time())) { // a check that just ended was of the same credentials
            return new Verified(check.name());
        }
        return verified.contains(check.key()) ? again(check) : attempt(check, ClientNetwork.of(clientAddress));
    }

    /** Of credentials that were right: if the user has changed they are hashed, past the limits. */
    private PasswordOutcome again(Check check) {
        Optional<UserEntry> user = enabledUser(check.name());
        Optional<String> hash =
                user.map(UserEntry::passwordHash).filter(kept -> verified.areBoundTo(check.key(), kept));
        if (hash.isPresent()) {
            verified.add(check.key(), hash.get(), check.time());
            return new Verified(check.name());
        }
        return compare(check, user);
    }

    /** Of credentials that are not known to be right. Only those that are wrong count in the end. */
    private PasswordOutcome attempt(Check check, String client) {
        Optional<Duration> delay = limits.admit(check.name(), client, check.time());
        if (delay.isPresent()) {
            return new Throttled(delay.get());
        }
        boolean counts = false;
        try {
            PasswordOutcome outcome = compare(check, enabledUser(check.name()));
            counts = outcome.fold(verifiedName -> false, () -> true, retryAfter -> false, () -> false);
            return outcome;
        } finally {
            if (!counts) {
                limits.giveBack(check.name(), client, check.time());
            }
        }
    }

    private PasswordOutcome compare(Check check, Optional<UserEntry> user) {
        return comparer.compare(check.credentials().password(), user)
                .fold(
                        hash -> {
                            verified.add(check.key(), upgraded(user.orElseThrow(), hash), check.time());
                            return new Verified(check.name());
                        },
                        () -> {
                            verified.remove(check.key());
                            return new Refused();
                        },
                        Busy::new);
    }

    /** The hash of the user that is kept from now on, as far as is known. */
    private String upgraded(UserEntry user, String hash) {
        if (hash.equals(user.passwordHash())) {
            return hash;
        }
        try {
            return users.replaceHash(user.name(), user.passwordHash(), hash) ? hash : user.passwordHash();
        } catch (DatabaseUnavailableException e) {
            LOG.warn("A password hash with outdated parameters could not be replaced: {}", e.getMessage());
            return user.passwordHash();
        }
    }

    private Optional<UserEntry> enabledUser(String name) {
        return users.find(name).filter(UserEntry::isEnabled);
    }

    /**
     * A check under way.
     *
     * @param time when it began, before the user was asked for, in nanoseconds of the ticker
     */
    private record Check(Credentials credentials, ByteBuffer key, long time) {
        String name() {
            return credentials.name();
        }
    }
}
