package dev.writ.engine.jersey;

import dev.writ.engine.core.Judged;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.problem.Violation;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ParamException;

/** Makes problems of exceptions that nothing else maps, where the request is one of the contract. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Map<Class<? extends Annotation>, String> PLACES = Map.of(
            PathParam.class,
            "path",
            QueryParam.class,
            "query",
            HeaderParam.class,
            "header",
            CookieParam.class,
            "cookie");

    private final Provider<ContainerRequest> container;
    private final Provider<EngineSupplier> engine;

    /** What HK2 knows the engine of the application by. */
    interface EngineSupplier extends Supplier<ContractEngine> {}

    @Inject
    ProblemMapper(Provider<ContainerRequest> container, Provider<EngineSupplier> engine) {
        this.container = container;
        this.engine = engine;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Optional<JudgedRequest> judged = JudgedRequest.of(container.get());
        Optional<Judged.Allowed> allowed = judged.flatMap(JudgedRequest::allowed);
        if (thrown instanceof WebApplicationException answer && (allowed.isEmpty() || isNoError(answer))) {
            return answer.getResponse();
        }
        Request request = judged.map(JudgedRequest::request)
                .orElseThrow(() -> new IllegalStateException("nobody judged the request that failed", thrown));
        if (thrown instanceof ParamException beyond && PLACES.containsKey(beyond.getParameterType())) {
            return refuse(request, problem(beyond));
        }
        if (thrown instanceof WebApplicationException answer) {
            Response said = answer.getResponse();
            Problem problem = Problem.ofStatus(said.getStatus()).withHeaders(Headers.of(said.getStringHeaders()));
            return EngineAnswers.of(engine.get().get().engine().refuse(request, problem));
        }
        JudgedRequest.answered(request, container.get()).attach(container.get());
        Exception failure = thrown instanceof Exception exception ? exception : new IllegalStateException(thrown);
        return EngineAnswers.of(engine.get().get().engine().fail(request, failure));
    }

    private static boolean isNoError(WebApplicationException answer) {
        return answer.getResponse().getStatus() < 400;
    }

    private Response refuse(Request request, Problem problem) {
        JudgedRequest.answered(request, container.get()).attach(container.get());
        return EngineAnswers.of(engine.get().get().engine().refuse(request, problem));
    }

    /** What the contract allows and the argument of the method cannot hold. */
    private static Problem problem(ParamException beyond) {
        Violation violation = new Violation(
                PLACES.getOrDefault(beyond.getParameterType(), ""),
                Optional.of(beyond.getParameterName()),
                "",
                "type",
                "this value is beyond what the service can hold",
                "");
        return Problem.of(ProblemType.BAD_REQUEST, "The request violates the contract in 1 place.")
                .withViolations(List.of(violation));
    }
}
