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

    /**
     * What the binders gave for a type: for what an application does once at start.
     *
     * @throws java.util.NoSuchElementException if nothing is bound to it
     */
    public <T> T service(Class<T> type) {
        return application.service(type);
    }

    /**
     * Lets running requests finish, refuses others that may have to wait with 503, closes the port when none runs any more or
     * the grace is over, then disposes of what was bound.
     */
    @Override
    public void close() {
        server.close();
        application.close();
    }
}
