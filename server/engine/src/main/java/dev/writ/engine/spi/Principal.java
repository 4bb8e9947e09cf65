package dev.writ.engine.spi;

/** Who sends a request, as an {@link Authenticator} established it. */
public record Principal(String name) implements java.security.Principal {
    @Override
    public String getName() {
        return name;
    }
}
