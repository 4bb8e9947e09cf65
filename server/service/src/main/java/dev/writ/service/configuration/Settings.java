package dev.writ.service.configuration;

import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.http.ForwardingFields;
import dev.writ.engine.http.TrustedProxies;
import dev.writ.engine.rate.RateLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that can be chosen, in the order in which it is told. */
final class Settings {
    static final Setting<String> CONFIG = Setting.of(
                    "WRIT_CONFIG", "the path of a file", "a file with more of these, as KEY=value", Settings::text)
            .withFlag("--config", "FILE");
    static final Setting<String> HOST = Setting.of(
                    "WRIT_HOST", "a name or an address", "where to listen", Settings::word)
            .orElse("127.0.0.1")
            .withFlag("--host", "HOST");
    static final Setting<Integer> PORT = Setting.number("WRIT_PORT", 0, 65_535, "0 takes any port that is free")
            .orElse("8080")
            .withFlag("--port", "N");
    static final Setting<String> TLS_CERTIFICATE = Setting.of(
            "WRIT_TLS_CERTIFICATE",
            "the path of a file",
            "PEM: the certificate, then those that vouch for it; with it HTTPS is served",
            Settings::text);
    static final Setting<String> TLS_KEY = Setting.of(
            "WRIT_TLS_KEY",
            "the path of a file",
            "PEM: the private key of the certificate, in PKCS #8",
            Settings::text);
    static final Setting<String> TLS_KEY_STORE = Setting.of(
            "WRIT_TLS_KEY_STORE", "the path of a file", "PKCS #12 or JKS: in place of the two", Settings::text);
    static final Setting<String> TLS_KEY_STORE_PASSWORD = Setting.of(
                    "WRIT_TLS_KEY_STORE_PASSWORD",
                    "a password",
                    "of the key store and its key; never shown",
                    Settings::text)
            .withMask(text -> Setting.MASK);
    static final Setting<TrustedProxies> TRUSTED_PROXIES = Setting.of(
            "WRIT_TRUSTED_PROXIES",
            "addresses and networks with commas between them, such as 127.0.0.1, 10.0.0.0/8",
            "proxies whose Forwarded or X-Forwarded-* fields are believed",
            TrustedProxies::parse);
    static final Setting<ForwardingFields> PROXY_FIELDS = Setting.choice(
                    "WRIT_PROXY_FIELDS",
                    ForwardingFields.class,
                    "which of them count; of both at once under either, none")
            .orElse("either");
    static final Setting<Boolean> PROXY_PREFIX = Setting.flag(
                    "WRIT_PROXY_PREFIX", "whether the proxies set X-Forwarded-Prefix, so that it is believed")
            .orElse("false");
    static final Setting<String> RATE_LIMITS = Setting.of(
            "WRIT_RATE_LIMITS",
            RateLimits.FORM,
            "how many requests a client may make; counted by principal, or by address before credentials are looked at",
            Settings::text);
    static final Setting<DatabaseUrl> DATABASE_URL = Setting.of(
                    "WRIT_DATABASE_URL", DatabaseUrl.ALLOWED, "where the data is kept", DatabaseUrl::parse)
            .orElse("jdbc:sqlite:data/writ.db")
            .withMask(DatabaseUrl::masked);
    static final Setting<String> DATABASE_USER =
            Setting.of("WRIT_DATABASE_USER", "a name", "PostgreSQL only", Settings::text);
    static final Setting<String> DATABASE_PASSWORD = Setting.of(
                    "WRIT_DATABASE_PASSWORD", "a password", "PostgreSQL only; never shown", Settings::text)
            .withMask(text -> Setting.MASK);
    static final Setting<Integer> DATABASE_POOL_SIZE = Setting.number(
                    "WRIT_DATABASE_POOL_SIZE",
                    1,
                    100,
                    "how many connections may read; on PostgreSQL, as many again may write")
            .orElse("10");
    static final Setting<ResponseChecks> RESPONSE_CHECKS = Setting.choice(
                    "WRIT_RESPONSE_CHECKS",
                    ResponseChecks.class,
                    "answers outside the contract become a 500, a line in the log, or nothing")
            .orElse("report");
    static final Setting<LogFormat> LOG_FORMAT = Setting.choice(
                    "WRIT_LOG_FORMAT", LogFormat.class, "for a terminal, or one JSON object a line")
            .orElse("text");
    static final Setting<LogLevel> LOG_LEVEL = Setting.choice(
                    "WRIT_LOG_LEVEL", LogLevel.class, "the least that is logged")
            .orElse("info");
    static final Setting<Duration> SHUTDOWN_DELAY = Setting.seconds(
                    "WRIT_SHUTDOWN_DELAY",
                    0,
                    300,
                    "after the signal to stop: readiness is 503, requests are still taken")
            .orElse("0");
    static final Setting<Duration> SHUTDOWN_DEADLINE = Setting.seconds(
                    "WRIT_SHUTDOWN_DEADLINE", 1, 300, "after that: for running requests to finish")
            .orElse("10");

    static final List<Setting<?>> ALL = List.of(
            CONFIG,
            HOST,
            PORT,
            TLS_CERTIFICATE,
            TLS_KEY,
            TLS_KEY_STORE,
            TLS_KEY_STORE_PASSWORD,
            TRUSTED_PROXIES,
            PROXY_FIELDS,
            PROXY_PREFIX,
            RATE_LIMITS,
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD,
            DATABASE_POOL_SIZE,
            RESPONSE_CHECKS,
            LOG_FORMAT,
            LOG_LEVEL,
            SHUTDOWN_DELAY,
            SHUTDOWN_DEADLINE);

    private Settings() {}

    static Optional<Setting<?>> named(String name) {
        return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(value -> !value.isBlank());
    }

    private static Optional<String> word(String text) {
        return Optional.of(text).filter(value -> value.matches("\\S+"));
    }
}
