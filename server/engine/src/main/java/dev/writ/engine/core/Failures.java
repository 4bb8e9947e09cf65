package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.problem.Violation;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong on our side: the client gets an id and no more, the log gets the id and everything. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** For an exception that nobody expected. */
    static Response unexpected(Request request, Stage stage, Throwable cause) {
        return unexpected(request.id(), request.method(), request.path(), stage.name(), cause);
    }

    /** For an exception that nobody expected, where there may be no request of ours yet. */
    public static Response unexpected(String requestId, String method, String path, String where, Throwable cause) {
        Problem problem = problem(requestId);
        LOG.error(
                "{} {} failed in {} [{}]",
                LogText.of(method),
                LogText.of(path),
                where,
                problem.instance().orElseThrow(),
                cause);
        return ProblemRenderer.render(problem);
    }

    /** For an answer that is not what the contract declares. */
    static Response undeclared(Request request, List<Violation> violations) {
        Problem problem = problem(request.id());
        LOG.error(
                "{} {} was answered outside the contract [{}]: {}",
                LogText.of(request.method()),
                LogText.of(request.path()),
                problem.instance().orElseThrow(),
                violations);
        return ProblemRenderer.render(problem);
    }

    private static Problem problem(String requestId) {
        return Problem.of(ProblemType.INTERNAL_SERVER_ERROR).withInstance(ProblemRenderer.instance(requestId));
    }
}
