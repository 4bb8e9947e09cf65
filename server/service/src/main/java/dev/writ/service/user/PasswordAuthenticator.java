package dev.writ.service.user;

import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.spi.Client;
import dev.writ.engine.spi.Principal;
import dev.writ.service.database.DatabaseUnavailableException;
import jakarta.inject.Inject;
import java.time.Duration;

/** Judges name and password by the service's users. */
public final class PasswordAuthenticator implements Authenticator {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final PasswordVerifier verifier;

    @Inject
    public PasswordAuthenticator(PasswordVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Authentication authenticate(dev.writ.engine.spi.Credentials credentials, Client client) {
        return credentials.fold(
                shown -> verify(shown.username(), shown.password(), client), token -> new Authentication.Refused());
    }

    private Authentication verify(String name, String password, Client client) {
        try {
            return verifier.verify(name, password, client.address())
                    .fold(
                            verified -> new Authentication.Accepted(new Principal(verified)),
                            Authentication.Refused::new,
                            Authentication.Throttled::new,
                            () -> new Authentication.Unavailable(RETRY));
        } catch (DatabaseUnavailableException e) {
            return new Authentication.Unavailable(RETRY);
        }
    }
}
