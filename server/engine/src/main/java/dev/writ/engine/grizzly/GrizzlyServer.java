package dev.writ.engine.grizzly;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/** An HTTP/1.1 server on one port. Each request is handed to a worker thread. */
public final class GrizzlyServer implements AutoCloseable {
    private static final int WORKERS = 16;
    private static final int MAX_QUEUED = 1024;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final HttpServer server;
    private final NetworkListener listener;

    private GrizzlyServer(HttpServer server, NetworkListener listener) {
        this.server = server;
        this.listener = listener;
    }

    /**
     * Opens the port; from here on requests are answered.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port cannot be had
     */
    public static GrizzlyServer start(String host, int port, Function<Request, Response> application)
            throws IOException {
        NetworkListener listener = new NetworkListener("http", host, port);
        listener.setMaxHttpHeaderSize(MAX_HEADER_BYTES);
        listener.getTransport()
                .setWorkerThreadPoolConfig(ThreadPoolConfig.defaultConfig()
                        .setPoolName("writ-worker")
                        .setDaemon(false)
                        .setCorePoolSize(WORKERS)
                        .setMaxPoolSize(WORKERS)
                        .setQueueLimit(MAX_QUEUED));
        listener.registerAddOn(new IgnoreUpgrade());
        HttpServer server = new HttpServer();
        server.addListener(listener);
        ServerConfiguration configuration = server.getServerConfiguration();
        configuration.setPassTraceRequest(true);
        // What a body of GET or DELETE means is for the contract to say, not an error of HTTP.
        configuration.setAllowPayloadForUndefinedHttpMethods(true);
        configuration.setDefaultErrorPageGenerator(new ProblemPage());
        configuration.setHttpServerName("");
        configuration.setHttpServerVersion("");
        configuration.addHttpHandler(new ApplicationHandler(application), "/");
        try {
            server.start();
        } catch (IOException e) {
            server.shutdownNow();
            throw new IOException("cannot listen on " + host + " port " + port + ": " + e.getMessage(), e);
        }
        return new GrizzlyServer(server, listener);
    }

    /** The port that is open. */
    public int port() {
        return listener.getPort();
    }

    public URI uri() {
        String host = listener.getHost();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/");
    }

    /** Lets running requests finish, for at most ten seconds. */
    @Override
    public void close() {
        try {
            server.shutdown(GRACE.toSeconds(), TimeUnit.SECONDS).get(GRACE.toSeconds() + 1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            server.shutdownNow();
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
