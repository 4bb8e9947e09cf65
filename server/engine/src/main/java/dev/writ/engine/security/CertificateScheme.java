package dev.writ.engine.security;

import dev.writ.engine.http.Request;
import java.util.Optional;

/** The certificate of the connection, which no transport tells: a contract that needs one does not start. */
record CertificateScheme() implements SchemeKind {

    @Override
    public Shown shown(Request request) {
        return Shown.NOTHING;
    }

    @Override
    public Optional<String> challenge(Realm realm, boolean refused) {
        return Optional.empty();
    }
}
