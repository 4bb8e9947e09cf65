package dev.writ.service.configuration;

/** A value that is never shown: its text form is a mask. */
public record Secret(String value) {
    static final String MASK = "********";

    @Override
    public String toString() {
        return MASK;
    }
}
