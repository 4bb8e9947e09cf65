package dev.writ.engine.security;

import dev.writ.engine.http.Request;
import dev.writ.engine.model.SecurityRequirement;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.spi.Client;
import dev.writ.engine.spi.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The security requirements of one operation at one request. */
final class SecurityCheck {
    private final Realm realm;
    private final Map<String, Authenticator> authenticators;
    private final Request request;
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final List<Decision> undecided = new ArrayList<>();
    private boolean forbidden;
    private final Set<String> lacking = new LinkedHashSet<>();

    SecurityCheck(Realm realm, Map<String, Authenticator> authenticators, Request request) {
        this.realm = realm;
        this.authenticators = authenticators;
        this.request = request;
    }

    Decision decide(List<SecurityRequirement> requirements) {
        List<SecurityScheme> schemes = requirements.stream()
                .flatMap(requirement -> requirement.schemes().stream())
                .toList();
        if (schemes.isEmpty()) {
            return new Decision.Granted(Optional.empty());
        }
        for (SecurityRequirement requirement : requirements) {
            Optional<Decision> granted = requirement.uses().isEmpty()
                    ? grantedToNobody(schemes)
                    : principal(requirement).map(Optional::of).map(Decision.Granted::new);
            if (granted.isPresent()) {
                return granted.get();
            }
        }
        if (!undecided.isEmpty()) {
            return undecided.get(0);
        }
        return forbidden
                ? new Decision.Forbidden(List.copyOf(lacking))
                : new Decision.Unauthenticated(challenges(schemes));
    }

    private Optional<Decision> grantedToNobody(List<SecurityScheme> schemes) {
        boolean silent = schemes.stream()
                .noneMatch(scheme -> SchemeKind.of(scheme).shown(request).any());
        return silent ? Optional.of(new Decision.Granted(Optional.empty())) : Optional.empty();
    }

    /** That of the first scheme, if all of them hold. */
    private Optional<Principal> principal(SecurityRequirement requirement) {
        Optional<Principal> first = Optional.empty();
        List<String> challenges = new ArrayList<>();
        boolean enough = true;
        for (SecurityRequirement.Use use : requirement.uses()) {
            Optional<Principal> principal = outcome(use.scheme()).principal();
            if (principal.isEmpty()) {
                return Optional.empty();
            }
            if (!principal.get().scopes().containsAll(use.scopes())) {
                enough = false;
                SchemeKind.of(use.scheme()).insufficient(realm, use.scopes()).ifPresent(challenges::add);
            }
            first = first.or(() -> principal);
        }
        if (!enough) {
            forbidden = true;
            lacking.addAll(challenges);
        }
        return enough ? first : Optional.empty();
    }

    private Outcome outcome(SecurityScheme scheme) {
        return outcomes.computeIfAbsent(scheme.name(), name -> {
            Outcome outcome = evaluate(scheme);
            outcome.undecided().ifPresent(undecided::add);
            return outcome;
        });
    }

    private Outcome evaluate(SecurityScheme scheme) {
        Authenticator authenticator = authenticators.get(scheme.name());
        if (authenticator == null) {
            throw new IllegalStateException("no authenticator for " + scheme.name());
        }
        Shown shown = SchemeKind.of(scheme).shown(request);
        return shown.credentials()
                .map(credentials -> authenticator.authenticate(credentials, new Client(request.client())))
                .orElseGet(Authentication.Refused::new)
                .fold(
                        principal -> new Outcome(false, Optional.of(principal), Optional.empty()),
                        () -> new Outcome(shown.credentials().isPresent(), Optional.empty(), Optional.empty()),
                        retryAfter -> Outcome.undecided(new Decision.Throttled(retryAfter)),
                        retryAfter -> Outcome.undecided(new Decision.Unavailable(retryAfter)));
    }

    private List<String> challenges(List<SecurityScheme> schemes) {
        return schemes.stream()
                .flatMap(scheme -> {
                    Outcome outcome = outcomes.get(scheme.name());
                    boolean refused = outcome != null && outcome.refused();
                    return SchemeKind.of(scheme).challenge(realm, refused).stream();
                })
                .distinct()
                .toList();
    }
}
