package dev.writ.engine.grizzly;

import dev.writ.engine.core.Refusal;
import dev.writ.engine.problem.Problem;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** What Grizzly answers by itself, in the vocabulary of all other errors and without a word about its inside. */
final class ProblemPage implements ErrorPageGenerator {

    @Override
    public String generate(
            Request request, int status, String reasonPhrase, String description, @Nullable Throwable exception) {
        dev.writ.engine.http.Response problem =
                Refusal.answer(IncomingRequest.of(request, RequestBase.local(request)), Problem.ofStatus(status));
        if (status == 503) {
            request.getResponse().setHeader("Retry-After", "1");
        }
        request.getResponse().setContentType("application/problem+json");
        request.getResponse().setHeader("Cache-Control", "no-store");
        return new String(problem.content().bytes(), StandardCharsets.UTF_8);
    }
}
