package dev.writ.service.configuration;

import java.util.List;

/** Everything that is wrong with the configuration, a line each. No secret is repeated in it. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigurationException(List<String> faults) {
        super("The configuration has faults:\n  " + String.join("\n  ", faults));
    }
}
