package dev.writ.engine.spi;

import java.util.Set;

/**
 * Who sends a request, as an {@link Authenticator} established it.
 *
 * @param scopes what the credentials allow: scopes of OAuth, or roles; compared with those that {@code security} asks for
 */
public record Principal(String name, Set<String> scopes) implements java.security.Principal {
    public Principal {
        scopes = Set.copyOf(scopes);
    }

    /** Somebody whose credentials have no scopes. */
    public Principal(String name) {
        this(name, Set.of());
    }

    @Override
    public String getName() {
        return name;
    }
}
