package dev.writ.engine.server;

import dev.writ.engine.core.Application;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * HTTP/1.1 for an application, over connections that somebody else carries: all that they share, and the bounds of it.
 * Thread-safe.
 */
public final class FrontDoor {
    private static final Duration TICK = Duration.ofMillis(250);
    /** What a request that came at the last moment has to be answered, even if the grace is over. */
    private static final Duration LAST_MOMENT = Duration.ofMillis(250);

    private final Application application;
    private final ServerSettings settings;
    private final ContentBudget budget;
    private final ContentBudget inputBudget =
            new ContentBudget(Runtime.getRuntime().maxMemory() / 8);
    private final BaseUris baseUris = new BaseUris();
    private final Workers workers;
    private final Streams streams;
    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> clients = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "writ-clock");
        thread.setDaemon(true);
        return thread;
    });
    private final Future<?> ticking;
    private final Object leaving = new Object();
    private volatile boolean stopping;
    private volatile boolean shut;

    public FrontDoor(Application application, ServerSettings settings) {
        this.application = application;
        this.settings = settings;
        this.budget = new ContentBudget(settings.contentMemory());
        this.streams = new Streams(settings.streams(), settings.streamThreads());
        this.workers = new Workers(settings.workers(), settings.waiting(), settings.longestWait(), System::nanoTime);
        this.ticking = clock.scheduleWithFixedDelay(
                () -> Guard.run(this::tick), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        long now = System.nanoTime();
        open.forEach(connection -> Guard.run(() -> connection.tick(now)));
    }

    /** A connection that has come; empty if there are too many already, of all clients or of that one. */
    public Optional<HttpConnection> enter(Channel channel) {
        int ofClient = clients.merge(channel.clientAddress(), 1, Integer::sum);
        if (ofClient > settings.connectionsPerClient() || open.size() >= settings.connections()) {
            forget(channel.clientAddress());
            return Optional.empty();
        }
        HttpConnection connection = new HttpConnection(this, channel);
        open.add(connection);
        if (shut) {
            left(connection);
            return Optional.empty();
        }
        return Optional.of(connection);
    }

    private void forget(String client) {
        clients.computeIfPresent(client, (address, count) -> count > 1 ? count - 1 : null);
    }

    void left(HttpConnection connection) {
        if (open.remove(connection)) {
            forget(connection.client());
            if (stopping) {
                synchronized (leaving) {
                    leaving.notifyAll();
                }
            }
        }
    }

    Application application() {
        return application;
    }

    ServerSettings settings() {
        return settings;
    }

    ContentBudget budget() {
        return budget;
    }

    /** Of what is sent ahead of what is dealt with. */
    ContentBudget inputBudget() {
        return inputBudget;
    }

    BaseUris baseUris() {
        return baseUris;
    }

    Workers workers() {
        return workers;
    }

    Streams streams() {
        return streams;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Tells the log, if that is possible, of what a thread that everybody depends on has caught. */
    public static void report(Throwable cause) {
        Guard.report(cause);
    }

    /** How many connections there are. */
    public int size() {
        return open.size();
    }

    /**
     * Lets requests that run, or wait for a thread, finish, and their answers be read, for as long as the grace lasts, but ends
     * streams of events at once, since they would go on for as long as anybody listens; meanwhile what need not wait is
     * answered as ever and everything else with 503, each as the last one of its connection. Then it lets nobody in any more,
     * so that nothing is begun whose answer would be cut, and ends what is left.
     */
    public void stop(Duration grace) throws InterruptedException {
        long end = System.nanoTime() + grace.toNanos();
        Set<HttpConnection> before = Set.copyOf(open);
        stopping = true;
        streams.stop();
        // Who comes from here on has been told nothing yet.
        before.forEach(HttpConnection::stop);
        workers.awaitIdle(grace);
        streams.awaitEnded(Duration.ofNanos(end - System.nanoTime()));
        awaitTrue(() -> Collections.disjoint(before, open), end);
        shut = true;
        open.forEach(HttpConnection::stop);
        awaitTrue(open::isEmpty, Math.max(end, System.nanoTime() + LAST_MOMENT.toNanos()));
        close();
    }

    private void awaitTrue(BooleanSupplier condition, long end) throws InterruptedException {
        synchronized (leaving) {
            for (long left = end - System.nanoTime();
                    !condition.getAsBoolean() && left > 0;
                    left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(leaving, left);
            }
        }
    }

    /** Ends everything at once. */
    public void close() {
        stopping = true;
        ticking.cancel(false);
        clock.shutdownNow();
        streams.close();
        open.forEach(HttpConnection::breakOff);
        workers.stop();
    }
}
