package dev.writ.engine.jersey;

import dev.writ.engine.core.Judged;
import dev.writ.engine.http.Request;
import java.net.URI;
import java.util.Optional;
import org.glassfish.jersey.server.ContainerRequest;

/**
 * What the engine made of a request, on the request's way through Jersey.
 *
 * @param allowed empty if the engine refused it, or the contract lacks the path
 * @param answered whether the engine answers, be it after all: what is sent is not checked
 * @param uri as it was left after the judgement
 */
record JudgedRequest(Request request, Optional<Judged.Allowed> allowed, boolean answered, URI uri, String method) {
    private static final String PROPERTY = JudgedRequest.class.getName();

    static JudgedRequest allowed(Request request, Judged.Allowed allowed, ContainerRequest container) {
        return new JudgedRequest(
                request, Optional.of(allowed), false, container.getRequestUri(), container.getMethod());
    }

    static JudgedRequest answered(Request request, ContainerRequest container) {
        return unknown(request, container).asAnswered();
    }

    static JudgedRequest unknown(Request request, ContainerRequest container) {
        return new JudgedRequest(request, Optional.empty(), false, container.getRequestUri(), container.getMethod());
    }

    JudgedRequest asAnswered() {
        return new JudgedRequest(request, allowed, true, uri, method);
    }

    /** Empty where the answer is the engine's own, or none of an operation. */
    Optional<Judged.Allowed> unanswered() {
        return allowed.filter(known -> !answered);
    }

    void attach(ContainerRequest container) {
        container.setProperty(PROPERTY, this);
    }

    /** Empty if another filter has answered before. */
    static Optional<JudgedRequest> of(ContainerRequest container) {
        return Optional.ofNullable(container.getProperty(PROPERTY)).map(JudgedRequest.class::cast);
    }

    /** True if nobody has changed since what was judged; Jersey itself makes GET of HEAD where a resource has no HEAD. */
    boolean isStill(ContainerRequest container) {
        boolean headAsGet = method.equals("HEAD") && container.getMethod().equals("GET");
        return uri.equals(container.getRequestUri()) && (headAsGet || method.equals(container.getMethod()));
    }
}
