package dev.writ.engine.jersey;

import dev.writ.engine.core.UnbindableException;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.problem.Violation;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.server.ParamException;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;

/** Refuses what the contract allows and the argument of the method cannot hold, whatever else the application maps. */
final class UnbindableMapper implements ExtendedExceptionMapper<ParamException> {
    private static final Map<Class<? extends Annotation>, String> PLACES = Map.of(
            PathParam.class, "path",
            QueryParam.class, "query",
            HeaderParam.class, "header",
            CookieParam.class, "cookie");

    private final FailedRequest failed;

    @Inject
    UnbindableMapper(FailedRequest failed) {
        this.failed = failed;
    }

    @Override
    public boolean isMappable(ParamException thrown) {
        return PLACES.containsKey(thrown.getParameterType())
                && failed.judged().flatMap(JudgedRequest::allowed).isPresent();
    }

    @Override
    public Response toResponse(ParamException thrown) {
        Violation violation = new Violation(
                PLACES.getOrDefault(thrown.getParameterType(), ""),
                Optional.of(thrown.getParameterName()),
                "",
                "type",
                UnbindableException.BEYOND,
                "");
        return failed.answers()
                .refuse(Problem.of(ProblemType.BAD_REQUEST, "The request violates the contract in 1 place.")
                        .withViolations(List.of(violation)));
    }
}
