package dev.writ.engine.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator may choose about the server in front of the engine.
 *
 * @param connections that are open at a time; more are closed as they come
 * @param connectionsPerClient of one IP address
 * @param workers threads that may wait: for a database, another server, the hash of a password
 * @param waiting requests that wait for a worker; more are answered with 503
 * @param longestWait for a worker, as far as it can be told: who would wait longer is answered with 503 at once, as is later who has
 *     waited twice as long
 * @param streams answers that are sent piece by piece at a time; more are answered with 503
 * @param streamThreads that may wait for the pieces of such answers, where whoever makes them makes a thread wait
 * @param contentMemory that the content of all requests may take while it is received, in bytes
 * @param tls how connections are encrypted; empty if they are not
 * @param directory where content is kept that is too large for memory
 */
public record ServerSettings(
        WireLimits wire,
        ServerTimes times,
        int connections,
        int connectionsPerClient,
        int workers,
        int waiting,
        Duration longestWait,
        int streams,
        int streamThreads,
        long contentMemory,
        Optional<Tls> tls,
        Path directory) {
    public static final ServerSettings DEFAULT = new ServerSettings(
            WireLimits.DEFAULT,
            ServerTimes.DEFAULT,
            10_000,
            2_000,
            16,
            1_024,
            Duration.ofSeconds(1),
            5_000,
            256,
            Runtime.getRuntime().maxMemory() / 4,
            Optional.empty(),
            Path.of(System.getProperty("java.io.tmpdir", ".")));

    public ServerSettings withTimes(ServerTimes choice) {
        return new ServerSettings(
                wire,
                choice,
                connections,
                connectionsPerClient,
                workers,
                waiting,
                longestWait,
                streams,
                streamThreads,
                contentMemory,
                tls,
                directory);
    }

    public ServerSettings withWire(WireLimits choice) {
        return new ServerSettings(
                choice,
                times,
                connections,
                connectionsPerClient,
                workers,
                waiting,
                longestWait,
                streams,
                streamThreads,
                contentMemory,
                tls,
                directory);
    }

    public ServerSettings withConnections(int all, int perClient) {
        return new ServerSettings(
                wire,
                times,
                all,
                perClient,
                workers,
                waiting,
                longestWait,
                streams,
                streamThreads,
                contentMemory,
                tls,
                directory);
    }

    public ServerSettings withWorkers(int threads, int queued) {
        return new ServerSettings(
                wire,
                times,
                connections,
                connectionsPerClient,
                threads,
                queued,
                longestWait,
                streams,
                streamThreads,
                contentMemory,
                tls,
                directory);
    }

    public ServerSettings withLongestWait(Duration choice) {
        return new ServerSettings(
                wire,
                times,
                connections,
                connectionsPerClient,
                workers,
                waiting,
                choice,
                streams,
                streamThreads,
                contentMemory,
                tls,
                directory);
    }

    public ServerSettings withStreams(int most, int threads) {
        return new ServerSettings(
                wire,
                times,
                connections,
                connectionsPerClient,
                workers,
                waiting,
                longestWait,
                most,
                threads,
                contentMemory,
                tls,
                directory);
    }

    public ServerSettings withContentMemory(long bytes) {
        return new ServerSettings(
                wire,
                times,
                connections,
                connectionsPerClient,
                workers,
                waiting,
                longestWait,
                streams,
                streamThreads,
                bytes,
                tls,
                directory);
    }

    public ServerSettings withTls(Tls choice) {
        return new ServerSettings(
                wire,
                times,
                connections,
                connectionsPerClient,
                workers,
                waiting,
                longestWait,
                streams,
                streamThreads,
                contentMemory,
                Optional.of(choice),
                directory);
    }
}
