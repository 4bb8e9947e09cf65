package dev.writ.benchmark.http.contestant;

import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.spi.Client;
import dev.writ.engine.spi.Credentials;
import dev.writ.engine.spi.Principal;

/** Knows one API key. */
record ApiKeys(boolean mayBlock) implements Authenticator {
    private static final Principal SHOP = new Principal("shop");

    @Override
    public Authentication authenticate(Credentials credentials, Client client) {
        boolean known =
                credentials.fold(password -> false, token -> token.text().equals(Choice.KEY));
        return known ? new Authentication.Accepted(SHOP) : new Authentication.Refused();
    }
}
