package dev.writ.engine.security;

import dev.writ.engine.http.Request;
import dev.writ.engine.model.Operation;
import dev.writ.engine.spi.Authenticator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Enforces {@code security} (OpenAPI 3.1, section 4.8.30): one of the requirements, and all schemes of that one with all
 * their scopes. Each scheme is evaluated at most once per request, in the order of the contract, and none after a
 * requirement holds. Credentials that are shown and wrong are refused even where none are needed. Where no requirement
 * holds, "it cannot be told now" outranks "forbidden", and that "unauthenticated". Thread-safe.
 */
public final class SecurityEnforcer {
    private final Realm realm;
    private final Map<String, Authenticator> authenticators;
    /** The schemes of those that may wait. */
    private final Set<String> waiting;

    /** {@code authenticators} must have one for every scheme that an operation uses. */
    public SecurityEnforcer(String realm, Map<String, Authenticator> authenticators) {
        this.realm = new Realm(realm);
        this.authenticators = Map.copyOf(authenticators);
        this.waiting = authenticators.entrySet().stream()
                .filter(entry -> entry.getValue().mayBlock())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether {@link #decide} may wait: the request shows credentials of a scheme whose authenticator may. */
    public boolean mayWait(Operation operation, Request request) {
        return operation.security().stream()
                .flatMap(requirement -> requirement.schemes().stream())
                .anyMatch(scheme -> waiting.contains(scheme.name())
                        && SchemeKind.of(scheme).shown(request).credentials().isPresent());
    }

    public Decision decide(Operation operation, Request request) {
        return new SecurityCheck(realm, authenticators, request).decide(operation.security());
    }
}
