package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.spi.ErrorRenderer;
import dev.writ.engine.spi.ErrorRenderer.Rendered;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where problems become answers, by the application's renderer or our own. Thread-safe. */
final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final ErrorRenderer renderer;

    ErrorAnswers(ErrorRenderer renderer) {
        this.renderer = renderer;
    }

    Response answer(Problem problem, Request request, Optional<Operation> operation) {
        Problem identified = ProblemRenderer.identified(problem, request.id());
        return ProblemRenderer.response(identified, rendered(identified, request, operation));
    }

    private Rendered rendered(Problem problem, Request request, Optional<Operation> operation) {
        try {
            return Objects.requireNonNull(
                    renderer.render(problem, operation, request.headers().accept()), "the renderer returned null");
        } catch (RuntimeException e) {
            LOG.error("The renderer of errors failed [{}]", problem.instance().orElse(""), e);
            return ProblemRenderer.content(problem);
        }
    }
}
