package dev.writ.engine;

import dev.writ.engine.grizzly.GrizzlyServer;
import dev.writ.engine.jersey.JerseyApplication;
import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;

/** A service that runs until it is closed. Thread-safe. */
public final class WritServer implements AutoCloseable {
    private final GrizzlyServer server;
    private final List<JerseyApplication> applications;

    WritServer(GrizzlyServer server, List<JerseyApplication> applications) {
        this.server = server;
        this.applications = List.copyOf(applications);
    }

    /** Where it listens. */
    public URI uri() {
        return server.uri();
    }

    /**
     * What the binders gave for a type, the first of the contract that has it: for what an application does once at start.
     *
     * @throws NoSuchElementException if nothing is bound to it
     */
    public <T> T service(Class<T> type) {
        return applications.stream()
                .flatMap(application -> application.service(type).stream())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("nothing is bound to " + type.getName()));
    }

    /**
     * Lets running requests finish, refuses others that may have to wait with 503, closes the port when none runs any more or
     * the grace is over, then disposes of what was bound.
     */
    @Override
    public void close() {
        server.close();
        applications.forEach(JerseyApplication::close);
    }
}
