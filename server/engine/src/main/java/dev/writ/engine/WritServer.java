package dev.writ.engine;

import dev.writ.engine.grizzly.GrizzlyServer;
import dev.writ.engine.jersey.JerseyApplication;
import java.net.URI;

/** A service that runs until it is closed. Thread-safe. */
public final class WritServer implements AutoCloseable {
    private final GrizzlyServer server;
    private final JerseyApplication application;

    WritServer(GrizzlyServer server, JerseyApplication application) {
        this.server = server;
        this.application = application;
    }

    /** Where it listens. */
    public URI uri() {
        return server.uri();
    }

    /** Takes no more requests, lets running ones finish for ten seconds, then disposes of what was bound. */
    @Override
    public void close() {
        server.close();
        application.close();
    }
}
