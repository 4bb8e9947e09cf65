package dev.writ.service;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.jul.LevelChangePropagator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import dev.writ.service.configuration.Configuration;
import dev.writ.service.configuration.LogFormat;
import dev.writ.service.configuration.LogLevel;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The log of the process, the JDK's own logging included. Whoever logs waits for nothing: events queue for a thread that
 * writes them, and where nobody reads what it writes, they are dropped once the queue is full.
 */
final class Logging {
    private static final int QUEUE = 8192;

    /** What these tell below their level is no news to an operator. */
    private static final Map<String, Level> LEVELS = Map.of(
            "org.flywaydb", Level.WARN,
            // It warns of each connection that an outage broke; the outage itself is told once.
            "com.zaxxer.hikari", Level.ERROR,
            "org.glassfish", Level.WARN,
            // Below this it tells the whole URL, passwords included.
            "org.postgresql", Level.WARN,
            // It fails to delete what another process is about to delete as well.
            "org.sqlite.SQLiteJDBCLoader", Level.OFF,
            "org.glassfish.grizzly.nio.GracefulShutdownRunner", Level.ERROR,
            // What cannot be made is told as a fault of the start.
            "org.glassfish.jersey.internal.Errors", Level.ERROR);

    private Logging() {}

    /** Until {@link #start}, the JDK's logging is dropped: a driver would repeat URLs there, passwords included. */
    static void silenceDrivers() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
    }

    /**
     * To be called before anything is logged.
     *
     * @param target standard error for a command whose answer is on standard output
     */
    static void start(Configuration configuration, ConsoleTarget target) {
        start(context(), configuration.logFormat(), configuration.logLevel(), target);
        SLF4JBridgeHandler.install();
    }

    /** For a command that works and ends: only what goes wrong, on standard error. */
    static void startForCommand(Configuration configuration) {
        start(context(), configuration.logFormat(), LogLevel.WARN, ConsoleTarget.SystemErr);
        SLF4JBridgeHandler.install();
    }

    static void start(LoggerContext context, LogFormat format, LogLevel chosen, ConsoleTarget target) {
        context.reset();
        LevelChangePropagator levels = new LevelChangePropagator();
        levels.setContext(context);
        levels.setResetJUL(true);
        levels.start();
        context.addListener(levels);
        LEVELS.forEach((name, level) -> context.getLogger(name).setLevel(level));

        Level level = Level.toLevel(chosen.name());
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
        root.addAppender(queue(context, level, console(context, LogEncoders.encoder(context, format), target)));
    }

    /** Writes what is queued; nothing is logged after it. */
    static void stop() {
        context().stop();
    }

    private static Appender<ILoggingEvent> console(
            LoggerContext context, Encoder<ILoggingEvent> encoder, ConsoleTarget target) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("console");
        console.setTarget(target.getName());
        console.setEncoder(encoder);
        console.start();
        return console;
    }

    private static Appender<ILoggingEvent> queue(LoggerContext context, Level level, Appender<ILoggingEvent> writer) {
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(level.toString());
        filter.start();
        AsyncAppender queue = new AsyncAppender();
        queue.setContext(context);
        queue.setName("queue");
        queue.addFilter(filter);
        queue.setQueueSize(QUEUE);
        queue.setDiscardingThreshold(0);
        queue.setNeverBlock(true);
        queue.addAppender(writer);
        queue.start();
        return queue;
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
