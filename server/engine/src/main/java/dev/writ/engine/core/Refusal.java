package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import java.util.Optional;
import org.slf4j.MDC;

/** The answer to a request that the transport refused by itself, so that no {@link Exchange} began: with an id, and a line in the log. */
public final class Refusal {
    private Refusal() {}

    public static Response answer(Request request, Problem problem) {
        MDC.put(Passage.REQUEST_ID, request.id());
        try {
            Response answer =
                    Finisher.finish(request, ProblemRenderer.render(ProblemRenderer.identified(problem, request.id())));
            AccessLog.log(
                    request, answer.status(), answer.content().bytes().length, Optional.empty(), Optional.empty(), 0);
            return answer;
        } finally {
            MDC.remove(Passage.REQUEST_ID);
        }
    }
}
