package dev.writ.engine.testing;

import dev.writ.engine.core.Application;
import dev.writ.engine.core.Engine;
import dev.writ.engine.core.Engines;
import java.util.List;

/**
 * Sends requests to an application in the same process, without a port. They go through every stage of the engine; only
 * what the HTTP server adds is missing. An answer that the contract does not declare is a 500, whatever the application
 * chose: in tests that is a failure.
 *
 * <p>Thread-safe.
 */
public final class TestClient implements AutoCloseable {
    private final Application application;
    private final Runnable close;

    private TestClient(Application application, Runnable close) {
        this.application = application;
        this.close = close;
    }

    /** A client of an engine, which need not be closed. */
    public static TestClient of(Engine engine) {
        return of(List.of(engine), () -> {});
    }

    /** A client of several in one application; {@code close} ends what belongs to them. */
    public static TestClient of(List<Engine> engines, Runnable close) {
        List<Engine> enforcing = engines.stream().map(Engine::enforcing).toList();
        return new TestClient(enforcing.size() == 1 ? enforcing.get(0) : new Engines(enforcing), close);
    }

    /** Path and query of the target are percent-encoded, as in {@code /pets?limit=5}; {@link TestRequest#query} encodes. */
    public TestRequest get(String target) {
        return request("GET", target);
    }

    public TestRequest post(String target) {
        return request("POST", target);
    }

    public TestRequest put(String target) {
        return request("PUT", target);
    }

    public TestRequest patch(String target) {
        return request("PATCH", target);
    }

    public TestRequest delete(String target) {
        return request("DELETE", target);
    }

    /** A search with content (OpenAPI 3.2, section 4.9.1). */
    public TestRequest query(String target) {
        return request("QUERY", target);
    }

    /** Any method. */
    public TestRequest request(String method, String target) {
        return new TestRequest(application, method, target);
    }

    /** Disposes of what the application was made of. */
    @Override
    public void close() {
        close.run();
    }
}
