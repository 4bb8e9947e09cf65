package dev.writ.engine.security;

import dev.writ.engine.http.Headers;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.SecurityRequirement;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.spi.Client;
import dev.writ.engine.spi.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enforces {@code security} (OpenAPI 3.1, section 4.8.30): one of the requirements, and all schemes of that one. Each
 * scheme is evaluated at most once per request. Credentials that are shown and wrong are refused even where none are
 * needed. Thread-safe.
 */
public final class SecurityEnforcer {
    private final String realm;
    private final Map<String, Authenticator> authenticators;

    /** {@code authenticators} must have one for every scheme that an operation uses. */
    public SecurityEnforcer(String realm, Map<String, Authenticator> authenticators) {
        this.realm = realm;
        this.authenticators = Map.copyOf(authenticators);
    }

    public Decision decide(Operation operation, Headers headers, Client client) {
        List<SecurityRequirement> requirements = operation.security();
        if (requirements.stream().allMatch(requirement -> requirement.schemes().isEmpty())) {
            return new Decision.Granted(Optional.empty());
        }
        Map<String, Outcome> outcomes = new HashMap<>();
        for (SecurityRequirement requirement : requirements) {
            for (SecurityScheme scheme : requirement.schemes()) {
                outcomes.computeIfAbsent(scheme.name(), name -> evaluate(name, headers, client));
            }
        }
        for (SecurityRequirement requirement : requirements) {
            Optional<Decision> granted = granted(requirement, outcomes);
            if (granted.isPresent()) {
                return granted.get();
            }
        }
        return outcomes.values().stream()
                .flatMap(outcome -> outcome.undecided().stream())
                .findFirst()
                .orElseGet(() -> new Decision.Unauthenticated(List.of(BasicScheme.challenge(realm))));
    }

    private static Optional<Decision> granted(SecurityRequirement requirement, Map<String, Outcome> outcomes) {
        List<Outcome> needed = requirement.schemes().stream()
                .flatMap(scheme -> Optional.ofNullable(outcomes.get(scheme.name())).stream())
                .toList();
        if (needed.isEmpty()) {
            boolean silent = outcomes.values().stream().noneMatch(Outcome::shown);
            return silent ? Optional.of(new Decision.Granted(Optional.empty())) : Optional.empty();
        }
        return needed.stream().allMatch(outcome -> outcome.principal().isPresent())
                ? Optional.of(new Decision.Granted(needed.get(0).principal()))
                : Optional.empty();
    }

    private Outcome evaluate(String scheme, Headers headers, Client client) {
        BasicScheme.Shown shown = BasicScheme.shown(headers);
        Authenticator authenticator = authenticators.get(scheme);
        if (authenticator == null) {
            throw new IllegalStateException("no authenticator for " + scheme);
        }
        Authentication authentication = shown.credentials()
                .map(credentials -> authenticator.authenticate(credentials, client))
                .orElseGet(Authentication.Refused::new);
        return authentication.fold(
                principal -> new Outcome(shown.any(), Optional.of(principal), Optional.empty()),
                () -> new Outcome(shown.any(), Optional.empty(), Optional.empty()),
                retryAfter ->
                        new Outcome(shown.any(), Optional.empty(), Optional.of(new Decision.Throttled(retryAfter))),
                retryAfter ->
                        new Outcome(shown.any(), Optional.empty(), Optional.of(new Decision.Unavailable(retryAfter))));
    }

    /**
     * What became of one scheme.
     *
     * @param undecided why its credentials could not be judged
     */
    private record Outcome(boolean shown, Optional<Principal> principal, Optional<Decision> undecided) {}
}
