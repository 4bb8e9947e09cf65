package dev.writ.service.health;

/** Whether what the service needs is there now. Answers at once. */
@FunctionalInterface
public interface Readiness {
    boolean isReady();
}
