package dev.writ.engine.security;

import dev.writ.engine.http.Request;
import dev.writ.engine.model.SecurityScheme;
import java.util.List;
import java.util.Optional;

/** One kind of security scheme: what a request shows for it, and how a refusal asks for it. */
interface SchemeKind {

    static SchemeKind of(SecurityScheme scheme) {
        return scheme.fold(
                http -> http.scheme().equals("basic") ? new BasicScheme() : new OtherHttpScheme(http.scheme()),
                ApiKeyScheme::new,
                bearer -> new BearerScheme(),
                mutualTls -> new CertificateScheme());
    }

    Shown shown(Request request);

    /**
     * For {@code WWW-Authenticate} of a 401 (RFC 9110, section 11.6.1); empty if no field can ask for it.
     *
     * @param refused whether credentials were shown, and are not valid
     */
    Optional<String> challenge(Realm realm, boolean refused);

    /** For {@code WWW-Authenticate} of a 403: what the credentials lack. */
    default Optional<String> insufficient(Realm realm, List<String> scopes) {
        return Optional.empty();
    }
}
