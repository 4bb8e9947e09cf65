package dev.writ.engine.jersey;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import java.util.concurrent.CompletionException;

/** What JAX-RS calls exceptions and answers with, as the engine has it: without the content that somebody wrote for it. */
final class WebExceptions {
    private WebExceptions() {}

    /**
     * The answer that a resource threw, if it is none of an error.
     *
     * @throws ProblemException if it is
     */
    static Response answer(WebApplicationException thrown) throws ProblemException {
        Headers headers = headers(thrown);
        if (isError(thrown)) {
            throw problem(thrown);
        }
        return new Response(thrown.getResponse().getStatus(), headers, Content.empty());
    }

    static boolean isError(WebApplicationException thrown) {
        return thrown.getResponse().getStatus() >= 400;
    }

    static ProblemException problem(WebApplicationException thrown) {
        Problem problem = Problem.ofStatus(thrown.getResponse().getStatus());
        return new ProblemException(problem.withHeaders(headers(thrown)), thrown);
    }

    /** What a stage has failed with. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static Headers headers(WebApplicationException thrown) {
        return Headers.of(thrown.getResponse().getStringHeaders()).without("Content-Type");
    }
}
