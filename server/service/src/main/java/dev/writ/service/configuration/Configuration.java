package dev.writ.service.configuration;

import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.http.TrustedProxies;
import dev.writ.engine.rate.RateLimits;
import dev.writ.engine.server.Tls;
import dev.writ.service.database.DatabaseSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator may choose; {@link ConfigurationOptions} reads it. Defaults and bounds are in {@link Settings}.
 *
 * @param host WRIT_HOST: the address to listen on
 * @param port WRIT_PORT: 0 for any that is free
 * @param tls WRIT_TLS_CERTIFICATE and _KEY, or _KEY_STORE and _KEY_STORE_PASSWORD: empty for plain HTTP
 * @param trustedProxies WRIT_TRUSTED_PROXIES: whose word about the client of a request counts
 * @param rateLimits WRIT_RATE_LIMITS: how often clients may ask for what
 * @param database WRIT_DATABASE_URL, _USER, _PASSWORD and _POOL_SIZE
 * @param responseChecks WRIT_RESPONSE_CHECKS: what to do about answers outside the contract
 * @param logFormat WRIT_LOG_FORMAT: for people or for machines
 * @param logLevel WRIT_LOG_LEVEL: the least severe events that are logged
 * @param shutdownDelay WRIT_SHUTDOWN_DELAY: how long requests are still taken, and readiness denied, after the signal
 *     to stop
 * @param shutdownDeadline WRIT_SHUTDOWN_DEADLINE: how long running requests may take to finish after that
 */
public record Configuration(
        String host,
        int port,
        Optional<Tls> tls,
        TrustedProxies trustedProxies,
        RateLimits rateLimits,
        DatabaseSettings database,
        ResponseChecks responseChecks,
        LogFormat logFormat,
        LogLevel logLevel,
        Duration shutdownDelay,
        Duration shutdownDeadline) {}
