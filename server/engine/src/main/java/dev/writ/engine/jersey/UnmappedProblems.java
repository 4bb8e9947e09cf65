package dev.writ.engine.jersey;

import dev.writ.engine.http.Headers;
import dev.writ.engine.problem.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Makes problems of exceptions that nothing else maps, where the request is one of the contract. */
final class UnmappedProblems implements ExceptionMapper<Throwable> {
    private final FailedRequest failed;

    @Inject
    UnmappedProblems(FailedRequest failed) {
        this.failed = failed;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (!(thrown instanceof WebApplicationException answer)) {
            return failed.answers().fail(thrown);
        }
        Response said = answer.getResponse();
        boolean ours = failed.judged().flatMap(JudgedRequest::allowed).isPresent();
        return ours && said.getStatus() >= 400
                ? failed.answers()
                        .refuse(Problem.ofStatus(said.getStatus()).withHeaders(Headers.of(said.getStringHeaders())))
                : said;
    }
}
