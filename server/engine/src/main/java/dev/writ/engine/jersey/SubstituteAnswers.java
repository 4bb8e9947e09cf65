package dev.writ.engine.jersey;

import dev.writ.engine.core.Engine;
import dev.writ.engine.problem.Problem;
import jakarta.ws.rs.core.Response;
import org.glassfish.jersey.server.ContainerRequest;

/** What the engine answers in place of the application, to one request that it has judged. It is not checked. */
record SubstituteAnswers(JudgedRequest judged, ContainerRequest container, Engine engine) {

    Response refuse(Problem problem) {
        judged.asAnswered().attach(container);
        return EngineAnswers.of(judged.allowed()
                .map(allowed -> allowed.refuse(problem))
                .orElseGet(() -> engine.refuse(judged.request(), problem)));
    }

    /** The log has why. */
    Response fail(Throwable cause) {
        Exception failure = cause instanceof Exception exception ? exception : new IllegalStateException(cause);
        judged.asAnswered().attach(container);
        return EngineAnswers.of(judged.allowed()
                .map(allowed -> allowed.fail(failure))
                .orElseGet(() -> engine.fail(judged.request(), failure)));
    }
}
