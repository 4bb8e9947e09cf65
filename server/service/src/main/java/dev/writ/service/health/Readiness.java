package dev.writ.service.health;

/** Whether what the service needs is there now. Answers within two seconds. */
@FunctionalInterface
public interface Readiness {
    boolean isReady();
}
