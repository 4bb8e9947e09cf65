package dev.writ.service;

import dev.writ.engine.core.ResponseChecks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an operator may choose, by variables of the environment.
 *
 * @param host WRIT_HOST: the address to listen on; by default 127.0.0.1
 * @param port WRIT_PORT: 0 to 65535, 0 for any that is free; by default 8080
 * @param databaseUrl WRIT_DATABASE_URL: by default a SQLite file under {@code ./data}
 * @param responseChecks WRIT_RESPONSE_CHECKS: enforce, report or off; by default report
 */
record Configuration(String host, int port, String databaseUrl, ResponseChecks responseChecks) {
    private static final Set<String> NAMES =
            new TreeSet<>(Set.of("WRIT_HOST", "WRIT_PORT", "WRIT_DATABASE_URL", "WRIT_RESPONSE_CHECKS"));

    /** @throws ConfigurationException listing every fault */
    static Configuration from(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        environment.keySet().stream()
                .filter(name -> name.startsWith("WRIT_") && !NAMES.contains(name))
                .sorted()
                .forEach(name -> faults.add(name + " is none of " + String.join(", ", NAMES)));
        Configuration configuration = new Configuration(
                host(environment.getOrDefault("WRIT_HOST", "127.0.0.1"), faults),
                port(environment.getOrDefault("WRIT_PORT", "8080"), faults),
                databaseUrl(environment.getOrDefault("WRIT_DATABASE_URL", "jdbc:sqlite:data/writ.db"), faults),
                responseChecks(environment.getOrDefault("WRIT_RESPONSE_CHECKS", "report"), faults));
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return configuration;
    }

    private static String host(String text, List<String> faults) {
        if (text.isBlank()) {
            faults.add("WRIT_HOST must be a name or an address");
        }
        return text;
    }

    private static int port(String text, List<String> faults) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        faults.add("WRIT_PORT must be a number from 0 to 65535, not '" + text + "'");
        return 0;
    }

    private static String databaseUrl(String text, List<String> faults) {
        if (!text.startsWith("jdbc:sqlite:")) {
            faults.add("WRIT_DATABASE_URL must be jdbc:sqlite: and the path of a file");
        }
        return text;
    }

    private static ResponseChecks responseChecks(String text, List<String> faults) {
        Optional<ResponseChecks> choice = Arrays.stream(ResponseChecks.values())
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst();
        if (choice.isEmpty()) {
            faults.add("WRIT_RESPONSE_CHECKS must be enforce, report or off, not '" + text + "'");
        }
        return choice.orElse(ResponseChecks.REPORT);
    }
}
