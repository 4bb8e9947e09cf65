package dev.writ.engine.security;

import dev.writ.engine.http.Request;
import java.util.Locale;
import java.util.Optional;

/**
 * A scheme of HTTP that the engine knows by name alone, such as Digest: its authenticator gets what follows the name.
 *
 * @param name in lower case
 */
record OtherHttpScheme(String name) implements SchemeKind {

    @Override
    public Shown shown(Request request) {
        return Authorization.shown(request, name, Shown::token);
    }

    @Override
    public Optional<String> challenge(Realm realm, boolean refused) {
        return Optional.of(realm.challenge(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
    }
}
