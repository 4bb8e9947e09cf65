package dev.writ.engine.model;

/** Something in a contract, or between a contract and the code, that keeps the service from starting. */
public record Fault(SourceLocation location, String message) {
    @Override
    public String toString() {
        return location + ": " + message;
    }
}
