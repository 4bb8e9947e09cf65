package dev.writ.engine.security;

import dev.writ.engine.http.Request;
import dev.writ.engine.spi.Credentials;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The Basic authentication scheme (RFC 7617), in UTF-8. */
record BasicScheme() implements SchemeKind {

    @Override
    public Shown shown(Request request) {
        return Authorization.shown(request, "Basic", BasicScheme::parse);
    }

    @Override
    public Optional<String> challenge(Realm realm, boolean refused) {
        return Optional.of(realm.challenge("Basic") + ", charset=\"UTF-8\"");
    }

    private static Optional<Credentials> parse(String encoded) {
        try {
            String pair = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(encoded)))
                    .toString();
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Credentials.UsernamePassword(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
