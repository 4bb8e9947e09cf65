package dev.writ.engine.grizzly;

import dev.writ.engine.core.Application;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/** An HTTP/1.1 server on one port. Requests that may have to wait are handed to worker threads, the others are not. */
public final class GrizzlyServer implements AutoCloseable {
    /** Threads that read requests, and answer those that need not wait for anything. */
    private static final int READERS = 16;
    /** Threads that may wait: for a database, a password's hash, content that is still to come. */
    static final int WORKERS = 16;

    static final int MAX_QUEUED = 1024;

    private static final int MAX_HEADER_BYTES = 16 * 1024;
    /** How long answers that are under way at the end of the grace may still take. */
    private static final Duration FLUSH = Duration.ofSeconds(1);

    private final HttpServer server;
    private final NetworkListener listener;
    private final ApplicationHandler handler;
    private final Workers workers;
    private final Streams streams;
    private final UnsentAnswers unsent;
    private final Duration grace;

    private GrizzlyServer(
            HttpServer server,
            NetworkListener listener,
            ApplicationHandler handler,
            Workers workers,
            Streams streams,
            UnsentAnswers unsent,
            Duration grace) {
        this.server = server;
        this.listener = listener;
        this.handler = handler;
        this.workers = workers;
        this.streams = streams;
        this.unsent = unsent;
        this.grace = grace;
    }

    /**
     * Opens the port; from here on requests are answered.
     *
     * @param port 0 for any that is free
     * @param grace how long {@link #close} lets requests run and answers be read
     * @throws IOException if the port cannot be had
     */
    public static GrizzlyServer start(String host, int port, Application application, Duration grace)
            throws IOException {
        Workers workers = new Workers(WORKERS, MAX_QUEUED);
        Streams streams = new Streams();
        GoneClients clients = new GoneClients();
        ApplicationHandler handler = new ApplicationHandler(application, workers, streams, clients);
        NetworkListener listener = new NetworkListener("http", host, port);
        listener.setMaxHttpHeaderSize(MAX_HEADER_BYTES);
        listener.getTransport()
                .setWorkerThreadPoolConfig(ThreadPoolConfig.defaultConfig()
                        .setPoolName("writ-reader")
                        .setDaemon(false)
                        .setCorePoolSize(READERS)
                        .setMaxPoolSize(READERS)
                        .setQueueLimit(MAX_QUEUED));
        UnsentAnswers unsent = new UnsentAnswers();
        listener.getTransport().getConnectionMonitoringConfig().addProbes(unsent);
        listener.registerAddOn(new IgnoreUpgrade());
        listener.registerAddOn(clients);
        HttpServer server = new HttpServer();
        server.addListener(listener);
        ServerConfiguration configuration = server.getServerConfiguration();
        configuration.setPassTraceRequest(true);
        // What a body of GET or DELETE means is for the contract to say, not an error of HTTP.
        configuration.setAllowPayloadForUndefinedHttpMethods(true);
        configuration.setDefaultErrorPageGenerator(new ProblemPage(application));
        configuration.setHttpServerName("");
        configuration.setHttpServerVersion("");
        configuration.addHttpHandler(handler, "/");
        try {
            server.start();
        } catch (IOException e) {
            server.shutdownNow();
            streams.close();
            workers.stop();
            throw new IOException("cannot listen on " + host + " port " + port + ": " + e.getMessage(), e);
        }
        return new GrizzlyServer(server, listener, handler, workers, streams, unsent, grace);
    }

    /** The port that is open. */
    public int port() {
        return listener.getPort();
    }

    public URI uri() {
        String host = listener.getHost();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/");
    }

    /**
     * Lets requests that run, or wait for a thread, finish, and their answers be read, for as long as the grace lasts, but
     * ends streams of events at once, since they would go on for as long as anybody listens;
     * meanwhile the port stays open, what need not wait is answered as ever and everything else with 503. Then it ends what
     * still runs, and all connections.
     */
    @Override
    public void close() {
        handler.stop();
        long begin = System.nanoTime();
        try {
            streams.stop();
            workers.awaitIdle(grace);
            streams.awaitEnded(grace.minusNanos(System.nanoTime() - begin));
            unsent.awaitSent(grace.minusNanos(System.nanoTime() - begin));
            streams.close();
            server.shutdown(FLUSH.toMillis(), TimeUnit.MILLISECONDS).get(2 * FLUSH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            server.shutdownNow();
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        } finally {
            streams.close();
            workers.stop();
        }
    }
}
