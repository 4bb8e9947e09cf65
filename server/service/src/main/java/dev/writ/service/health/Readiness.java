package dev.writ.service.health;

import java.util.Optional;

/** Whether the service can serve now. Answers from what is known: it never waits. Thread-safe. */
@FunctionalInterface
public interface Readiness {

    /** What keeps it from serving, for a person; empty if nothing does. */
    Optional<String> obstacle();
}
