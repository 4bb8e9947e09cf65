package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.engine.core.ResponseChecks;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    @Test
    void nothing_needs_to_be_set() {
        assertThat(Configuration.from(Map.of("PATH", "/bin")))
                .isEqualTo(new Configuration("127.0.0.1", 8080, "jdbc:sqlite:data/writ.db", ResponseChecks.REPORT));
    }

    @Test
    void everything_can_be_set() {
        assertThat(Configuration.from(Map.of(
                        "WRIT_HOST", "0.0.0.0",
                        "WRIT_PORT", "0",
                        "WRIT_DATABASE_URL", "jdbc:sqlite:/var/lib/writ.db",
                        "WRIT_RESPONSE_CHECKS", "enforce")))
                .isEqualTo(new Configuration("0.0.0.0", 0, "jdbc:sqlite:/var/lib/writ.db", ResponseChecks.ENFORCE));
    }

    @Test
    void every_fault_is_told() {
        assertThatThrownBy(() -> Configuration.from(Map.of(
                        "WRIT_PORT", "65536",
                        "WRIT_DATABASE_URL", "writ.db",
                        "WRIT_RESPONSE_CHECKS", "maybe",
                        "WRIT_HSOT", "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        The configuration has faults:
                          WRIT_HSOT is none of WRIT_DATABASE_URL, WRIT_HOST, WRIT_PORT, WRIT_RESPONSE_CHECKS
                          WRIT_PORT must be a number from 0 to 65535, not '65536'
                          WRIT_DATABASE_URL must be jdbc:sqlite: and the path of a file
                          WRIT_RESPONSE_CHECKS must be enforce, report or off, not 'maybe'""");
    }
}
