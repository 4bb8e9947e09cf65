package dev.writ.engine.security;

import dev.writ.engine.http.Request;
import dev.writ.engine.spi.Credentials;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Bearer tokens in {@code Authorization} (RFC 6750, section 2.1), whoever issues them. */
record BearerScheme() implements SchemeKind {
    /** {@code b64token}. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]++=*+");

    @Override
    public Shown shown(Request request) {
        return Authorization.shown(request, "Bearer", BearerScheme::parse);
    }

    private static Optional<Credentials> parse(String text) {
        return TOKEN.matcher(text).matches() ? Shown.token(text) : Optional.empty();
    }

    @Override
    public Optional<String> challenge(Realm realm, boolean refused) {
        return Optional.of(realm.challenge("Bearer") + (refused ? ", error=\"invalid_token\"" : ""));
    }

    @Override
    public Optional<String> insufficient(Realm realm, List<String> scopes) {
        return Optional.of(realm.challenge("Bearer") + ", error=\"insufficient_scope\", scope="
                + Realm.quoted(String.join(" ", scopes)));
    }
}
