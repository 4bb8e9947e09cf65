package dev.writ.engine.jersey;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Optional;
import org.glassfish.jersey.server.ContainerRequest;

/** Keeps what a resource threw, and no mapper of the application took, for the engine to log and answer. */
final class UnmappedException implements ExceptionMapper<Throwable> {
    private static final String PROPERTY = UnmappedException.class.getName();

    private final Provider<ContainerRequest> request;

    @Inject
    UnmappedException(Provider<ContainerRequest> request) {
        this.request = request;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException answer && !WebExceptions.isError(answer)) {
            // A redirection, without the page that somebody may have written for it.
            return Response.fromResponse(answer.getResponse())
                    .entity(null)
                    .type((MediaType) null)
                    .build();
        }
        request.get().setProperty(PROPERTY, thrown);
        return Response.serverError().build();
    }

    static Optional<Throwable> of(ContainerRequest request) {
        return Optional.ofNullable(request.getProperty(PROPERTY)).map(Throwable.class::cast);
    }
}
