package dev.writ.service;

import java.util.List;

/** Everything that is wrong with the configuration, a line each. */
final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigurationException(List<String> faults) {
        super("The configuration has faults:\n  " + String.join("\n  ", faults));
    }
}
