package dev.writ.service.configuration;

import dev.writ.engine.core.ResponseChecks;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator may choose; {@link ConfigurationOptions} reads it. Defaults and bounds are in {@link Settings}.
 *
 * @param host WRIT_HOST: the address to listen on
 * @param port WRIT_PORT: 0 for any that is free
 * @param databaseUrl WRIT_DATABASE_URL: a SQLite file or a PostgreSQL database
 * @param databaseUser WRIT_DATABASE_USER: empty with SQLite, and where the URL or PostgreSQL's client tells it
 * @param databasePassword WRIT_DATABASE_PASSWORD: empty under the same conditions
 * @param databasePoolSize WRIT_DATABASE_POOL_SIZE: the most connections that are open at a time
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
        DatabaseUrl databaseUrl,
        Optional<String> databaseUser,
        Optional<Secret> databasePassword,
        int databasePoolSize,
        ResponseChecks responseChecks,
        LogFormat logFormat,
        LogLevel logLevel,
        Duration shutdownDelay,
        Duration shutdownDeadline) {}
