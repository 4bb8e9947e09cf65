package dev.writ.engine.security;

import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.http.Request;
import dev.writ.engine.model.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A key in a header field, the query or a cookie. No authentication scheme of HTTP is registered for it, so its challenge is
 * our own: {@code ApiKey realm="...", in="header", name="X-Key"}.
 */
record ApiKeyScheme(SecurityScheme.ApiKey scheme) implements SchemeKind {

    @Override
    public Shown shown(Request request) {
        return Shown.of(values(request), text -> Shown.token(text.strip()));
    }

    private List<String> values(Request request) {
        return switch (scheme.in()) {
            case HEADER -> request.headers().all(scheme.key());
            case QUERY -> request.query().map(this::inQuery).orElse(List.of());
            case COOKIE ->
                request.headers().all("Cookie").stream()
                        .flatMap(line -> Arrays.stream(line.split(";", -1)))
                        .flatMap(pair -> value(pair.strip(), scheme.key()).stream())
                        .toList();
            case PATH, QUERYSTRING ->
                throw new IllegalStateException("such a key is refused when the contract is read");
        };
    }

    private List<String> inQuery(String query) {
        return Stream.of(query.split("&", -1)).flatMap(this::inPair).toList();
    }

    /** A key that is written badly is a wrong one, not a missing one. */
    private Stream<String> inPair(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        boolean named =
                PercentEncoding.decode(name, true).filter(scheme.key()::equals).isPresent();
        String text = equals < 0 ? "" : pair.substring(equals + 1);
        return named ? Stream.of(PercentEncoding.decode(text, true).orElse("")) : Stream.empty();
    }

    private static Optional<String> value(String pair, String name) {
        return pair.startsWith(name + "=") ? Optional.of(pair.substring(name.length() + 1)) : Optional.empty();
    }

    @Override
    public Optional<String> challenge(Realm realm, boolean refused) {
        return Optional.of(
                realm.challenge("ApiKey") + ", in=\"" + scheme.in().text() + "\", name=" + Realm.quoted(scheme.key()));
    }
}
