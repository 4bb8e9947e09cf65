package dev.writ.engine.spi;

/**
 * Judges the credentials of one security scheme of the contract. Bound by the scheme's name:
 * {@code bind(PasswordAuthenticator.class).to(Authenticator.class).named("Basic")}.
 *
 * <p>Called by many threads at once, at most once per request and scheme. An exception counts as a failure of the
 * server, never as a refusal.
 */
@FunctionalInterface
public interface Authenticator {
    Authentication authenticate(Credentials credentials, Client client);

    /**
     * Whether {@link #authenticate} may wait: for a database, another server, the hash of a password. If not, it is called
     * by the threads that read requests, of which there are few.
     */
    default boolean mayBlock() {
        return true;
    }
}
