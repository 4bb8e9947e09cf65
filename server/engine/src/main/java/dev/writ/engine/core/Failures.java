package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.validate.InvalidItemException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong on our side: the client gets an id and no more, the log gets the id and everything. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** For an exception that nobody expected. */
    static Problem unexpected(Request request, Stage stage, Throwable cause) {
        return logged(
                Problem.of(ProblemType.INTERNAL_SERVER_ERROR),
                request.id(),
                request.method(),
                request.path(),
                stage.name(),
                cause);
    }

    /** For an exception that nobody expected, where there is no request of ours yet. */
    public static Response unexpected(String requestId, String method, String path, String where, Throwable cause) {
        Problem problem = Problem.of(ProblemType.INTERNAL_SERVER_ERROR);
        return ProblemRenderer.render(logged(problem, requestId, method, path, where, cause));
    }

    /** For an exception that somebody gave a meaning: one of ours if its status says so. */
    static Problem expected(Request request, Problem problem, Throwable cause) {
        return problem.status() < 500
                ? problem
                : logged(problem, request.id(), request.method(), request.path(), Stage.HANDLE.name(), cause);
    }

    private static Problem logged(
            Problem problem, String requestId, String method, String path, String where, Throwable cause) {
        Problem identified = ProblemRenderer.identified(problem, requestId);
        LOG.error(
                "{} {} failed in {} [{}]",
                LogText.of(method),
                LogText.of(path),
                where,
                identified.instance().orElseThrow(),
                cause);
        return identified;
    }

    /** For an answer that had begun: the client sees that its end is missing. */
    static void brokenOff(Request request, Throwable cause) {
        if (cause instanceof BrokenOffException) {
            return;
        }
        if (cause instanceof InvalidItemException || cause instanceof UncheckedIOException) {
            LOG.info(
                    "{} {} was broken off, for items of the request that did not arrive or are not what the contract says:"
                            + " {}",
                    LogText.of(request.method()),
                    LogText.of(request.path()),
                    LogText.of(String.valueOf(cause.getMessage())));
            return;
        }
        logged(
                Problem.of(ProblemType.INTERNAL_SERVER_ERROR),
                request.id(),
                request.method(),
                request.path(),
                "the answer",
                cause);
    }

    /** For an answer that is not what the contract declares. */
    static Problem undeclared(Request request, List<Violation> violations) {
        Problem problem = ProblemRenderer.identified(Problem.of(ProblemType.INTERNAL_SERVER_ERROR), request.id());
        LOG.error(
                "{} {} was answered outside the contract [{}]: {}",
                LogText.of(request.method()),
                LogText.of(request.path()),
                problem.instance().orElseThrow(),
                violations);
        return problem;
    }
}
