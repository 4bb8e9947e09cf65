package dev.writ.engine.model;

import java.util.Optional;

/**
 * Something in a contract, or between a contract and the code, that keeps the service from starting.
 *
 * @param location in the contract; empty for a fault of the code alone
 */
public record Fault(Optional<SourceLocation> location, String message) {
    public Fault(SourceLocation location, String message) {
        this(Optional.of(location), message);
    }

    /** A fault that no place in the contract explains. */
    public static Fault inCode(String message) {
        return new Fault(Optional.empty(), message);
    }

    @Override
    public String toString() {
        return location.map(place -> place + ": ").orElse("") + message;
    }
}
