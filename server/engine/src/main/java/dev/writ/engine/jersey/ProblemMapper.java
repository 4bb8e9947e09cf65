package dev.writ.engine.jersey;

import dev.writ.engine.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;

/** Answers what is thrown to be told as a problem, whatever else the application maps. */
final class ProblemMapper implements ExtendedExceptionMapper<ProblemException> {
    private final FailedRequest failed;

    @Inject
    ProblemMapper(FailedRequest failed) {
        this.failed = failed;
    }

    @Override
    public boolean isMappable(ProblemException thrown) {
        return failed.judged().isPresent();
    }

    @Override
    public Response toResponse(ProblemException thrown) {
        return failed.answers().fail(thrown);
    }
}
