package dev.writ.engine.grizzly;

import dev.writ.engine.core.Application;
import dev.writ.engine.server.FrontDoor;
import dev.writ.engine.server.ServerSettings;
import dev.writ.engine.server.Tls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.glassfish.grizzly.ssl.SSLFilter;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link FrontDoor} on one port. */
public final class GrizzlyServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GrizzlyServer.class);
    private static final int BACKLOG = 1024;
    /** Octets that are read at once. */
    private static final int READ = 64 * 1024;
    /** Threads that read what comes, and deal with it as far as nobody waits. */
    private static final int READERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final String host;
    private final TCPNIOTransport transport;
    private final TCPNIOServerConnection port;
    private final FrontDoor door;
    private final boolean secure;
    private final Duration grace;

    private GrizzlyServer(
            String host,
            TCPNIOTransport transport,
            TCPNIOServerConnection port,
            FrontDoor door,
            boolean secure,
            Duration grace) {
        this.host = host;
        this.transport = transport;
        this.port = port;
        this.door = door;
        this.secure = secure;
        this.grace = grace;
    }

    /**
     * Opens the port; from here on requests are answered.
     *
     * @param port 0 for any that is free
     * @param grace how long {@link #close} lets requests run and answers be read
     * @throws IOException if the port cannot be had
     */
    public static GrizzlyServer start(
            String host, int port, Application application, ServerSettings settings, Duration grace)
            throws IOException {
        FrontDoor door = new FrontDoor(application, settings);
        FilterChainBuilder filters = FilterChainBuilder.stateless().add(new TransportFilter());
        boolean secure = settings.tls().isPresent();
        settings.tls().map(GrizzlyServer::encryption).ifPresent(filters::add);
        filters.add(new ConnectionFilter(door, secure));
        TCPNIOTransport transport = TCPNIOTransportBuilder.newInstance()
                .setName("writ")
                .setIOStrategy(SameThreadIOStrategy.getInstance())
                .setSelectorRunnersCount(READERS)
                .setSelectorThreadPoolConfig(ThreadPoolConfig.defaultConfig()
                        .setPoolName("writ-reader")
                        .setDaemon(false)
                        .setCorePoolSize(READERS)
                        .setMaxPoolSize(READERS))
                .setReadBufferSize(READ)
                .setTcpNoDelay(true)
                .setReuseAddress(true)
                .setServerConnectionBackLog(BACKLOG)
                .setProcessor(filters.build())
                .build();
        try {
            TCPNIOServerConnection bound = transport.bind(new InetSocketAddress(host, port), BACKLOG);
            transport.start();
            return new GrizzlyServer(host, transport, bound, door, secure, grace);
        } catch (IOException e) {
            transport.shutdownNow();
            door.close();
            throw new IOException("cannot listen on " + host + " port " + port + ": " + e.getMessage(), e);
        }
    }

    private static SSLFilter encryption(Tls tls) {
        SSLEngineConfigurator server = new SSLEngineConfigurator(tls.context(), false, false, false)
                .setEnabledProtocols(Tls.PROTOCOLS.toArray(String[]::new));
        SSLFilter filter = new SSLFilter(server, server.copy().setClientMode(true));
        filter.addHandshakeListener(new OneHandshake());
        return filter;
    }

    /** The port that is open. */
    public int port() {
        return ((InetSocketAddress) port.getLocalAddress()).getPort();
    }

    public URI uri() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create((secure ? "https" : "http") + "://" + name + ":" + port() + "/");
    }

    /** How many connections are open. */
    public int connections() {
        return door.size();
    }

    /** As {@link FrontDoor#stop} says; the port stays open meanwhile, so that nobody is turned away without an answer. */
    @Override
    public void close() {
        try {
            door.stop(grace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        door.close();
        ExecutorService readers = transport.getKernelThreadPool();
        try {
            transport.shutdownNow();
            // The port is closed by whoever reads from it.
            readers.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The port was not closed as it should be", e);
        }
    }
}
