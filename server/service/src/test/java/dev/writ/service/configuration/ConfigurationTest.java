package dev.writ.service.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.http.ForwardingFields;
import dev.writ.engine.http.TrustedProxies;
import dev.writ.engine.rate.RateLimits;
import dev.writ.service.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the sources to the record. */
class ConfigurationTest {
    private static final Configuration DEFAULT = new Configuration(
            "127.0.0.1",
            8080,
            Optional.empty(),
            TrustedProxies.NONE,
            RateLimits.NONE,
            new DatabaseSettings("jdbc:sqlite:data/writ.db", Optional.empty(), Optional.empty(), 10),
            ResponseChecks.REPORT,
            LogFormat.TEXT,
            LogLevel.INFO,
            Duration.ZERO,
            Duration.ofSeconds(10));
    private static final Map<String, String> ALL_OTHER = Map.ofEntries(
            Map.entry("WRIT_HOST", "0.0.0.0"),
            Map.entry("WRIT_PORT", "0"),
            Map.entry("WRIT_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8"),
            Map.entry("WRIT_PROXY_FIELDS", "forwarded"),
            Map.entry("WRIT_PROXY_PREFIX", "true"),
            Map.entry("WRIT_RATE_LIMITS", "*=100/s by address, createTask=10/5m"),
            Map.entry("WRIT_DATABASE_URL", "jdbc:postgresql://db:5433/writ"),
            Map.entry("WRIT_DATABASE_USER", "writ"),
            Map.entry("WRIT_DATABASE_PASSWORD", "hush # hush"),
            Map.entry("WRIT_DATABASE_POOL_SIZE", "100"),
            Map.entry("WRIT_RESPONSE_CHECKS", "enforce"),
            Map.entry("WRIT_LOG_FORMAT", "json"),
            Map.entry("WRIT_LOG_LEVEL", "DEBUG"),
            Map.entry("WRIT_SHUTDOWN_DELAY", "300"),
            Map.entry("WRIT_SHUTDOWN_DEADLINE", "1"));
    private static final Configuration OTHER = new Configuration(
            "0.0.0.0",
            0,
            Optional.empty(),
            TrustedProxies.of("127.0.0.1", "10.0.0.0/8")
                    .withFields(ForwardingFields.FORWARDED)
                    .withPrefix(),
            RateLimits.NONE.withAddress("*", 100, Duration.ofSeconds(1)).with("createTask", 10, Duration.ofMinutes(5)),
            new DatabaseSettings(
                    "jdbc:postgresql://db:5433/writ", Optional.of("writ"), Optional.of("hush # hush"), 100),
            ResponseChecks.ENFORCE,
            LogFormat.JSON,
            LogLevel.DEBUG,
            Duration.ofSeconds(300),
            Duration.ofSeconds(1));

    @TempDir
    private Path folder;

    @Test
    void nothing_needs_to_be_set() {
        assertThat(read(Map.of(), Map.of("PATH", "/bin", "writ_port", "1")).configuration())
                .isEqualTo(DEFAULT);
    }

    @Test
    void everything_can_be_set_in_the_environment() {
        assertThat(read(Map.of(), ALL_OTHER).configuration()).isEqualTo(OTHER);
    }

    @Test
    void everything_can_be_set_in_a_file() throws IOException {
        String text = ALL_OTHER.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
        assertThat(read(Map.of(), Map.of("WRIT_CONFIG", file(text))).configuration())
                .isEqualTo(OTHER);
    }

    @Test
    void these_are_all_settings_but_those_that_name_a_file() {
        assertThat(Settings.ALL.stream()
                        .filter(setting -> !setting.equals(Settings.CONFIG))
                        .filter(setting -> !setting.name().startsWith("WRIT_TLS_")))
                .extracting(Setting::name)
                .containsExactlyInAnyOrderElementsOf(ALL_OTHER.keySet());
    }

    @Test
    void the_command_line_comes_before_the_environment_that_before_the_file_that_before_the_default()
            throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("WRIT_CONFIG", file("WRIT_HOST=file\nWRIT_PORT=1\nWRIT_DATABASE_POOL_SIZE=11"));
        environment.put("WRIT_HOST", "environment");
        environment.put("WRIT_PORT", "2");
        Configuration configuration =
                read(Map.of("WRIT_HOST", "command-line"), environment).configuration();
        assertThat(configuration.host()).isEqualTo("command-line");
        assertThat(configuration.port()).isEqualTo(2);
        assertThat(configuration.database().poolSize()).isEqualTo(11);
        assertThat(configuration.logLevel()).isEqualTo(LogLevel.INFO);
    }

    @Test
    void the_file_of_the_command_line_replaces_that_of_the_environment() throws IOException {
        assertThat(read(Map.of("WRIT_CONFIG", file("WRIT_PORT=1")), Map.of("WRIT_CONFIG", "/nowhere"))
                        .configuration()
                        .port())
                .isEqualTo(1);
    }

    @Test
    void what_is_in_effect_is_told_with_its_origin_and_without_secrets() throws IOException {
        String file = file("\nWRIT_DATABASE_PASSWORD=hush");
        assertThat(read(
                                Map.of("WRIT_PORT", "0", "WRIT_CONFIG", file),
                                Map.of("WRIT_DATABASE_URL", "jdbc:postgresql://db/writ?sslpassword=hush&ssl=true"))
                        .description())
                .isEqualTo("""
                        WRIT_CONFIG=%1$s (by --config)
                        WRIT_HOST=127.0.0.1 (by default)
                        WRIT_PORT=0 (by --port)
                        WRIT_TLS_CERTIFICATE is not set
                        WRIT_TLS_KEY is not set
                        WRIT_TLS_KEY_STORE is not set
                        WRIT_TLS_KEY_STORE_PASSWORD is not set
                        WRIT_TRUSTED_PROXIES is not set
                        WRIT_PROXY_FIELDS=either (by default)
                        WRIT_PROXY_PREFIX=false (by default)
                        WRIT_RATE_LIMITS is not set
                        WRIT_DATABASE_URL=jdbc:postgresql://db/writ?sslpassword=********&ssl=true (in the environment)
                        WRIT_DATABASE_USER is not set
                        WRIT_DATABASE_PASSWORD=******** (at %1$s:2)
                        WRIT_DATABASE_POOL_SIZE=10 (by default)
                        WRIT_RESPONSE_CHECKS=report (by default)
                        WRIT_LOG_FORMAT=text (by default)
                        WRIT_LOG_LEVEL=info (by default)
                        WRIT_SHUTDOWN_DELAY=0 (by default)
                        WRIT_SHUTDOWN_DEADLINE=10 (by default)""".formatted(file));
    }

    @Test
    void the_record_itself_does_not_tell_secrets() {
        Configuration configuration = read(
                        Map.of(),
                        Map.of(
                                "WRIT_DATABASE_URL",
                                "jdbc:postgresql://db/writ?sslpassword=hush",
                                "WRIT_DATABASE_PASSWORD",
                                "hush"))
                .configuration();
        assertThat(configuration.database().password()).contains("hush");
        assertThat(configuration.toString()).doesNotContain("hush").contains("sslpassword=********");
    }

    private static EffectiveConfiguration read(Map<String, String> flags, Map<String, String> environment) {
        return ConfigurationReader.read(flags, environment);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("writ.conf"), text).toString();
    }
}
