package dev.writ.engine.grizzly;

import dev.writ.engine.core.Application;
import dev.writ.engine.core.Refusal;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.problem.Problem;
import java.nio.charset.Charset;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Grizzly answers by itself, as the application writes all other errors and without a word about Grizzly's inside. */
final class ProblemPage implements ErrorPageGenerator {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemPage.class);

    private final Application application;

    ProblemPage(Application application) {
        this.application = application;
    }

    @Override
    public String generate(
            Request request, int status, String reasonPhrase, String description, @Nullable Throwable exception) {
        Problem problem = Problem.ofStatus(status);
        dev.writ.engine.http.Response answer =
                answer(request, status == 503 ? problem.withHeader("Retry-After", "1") : problem);
        Response response = request.getResponse();
        answer.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        String type = answer.headers().first("Content-Type").orElse("application/octet-stream");
        response.setContentType(type);
        // Grizzly writes text, and names its charset: by itself it would take ISO-8859-1.
        if (MediaType.parse(type).flatMap(media -> media.parameter("charset")).isEmpty()) {
            response.setCharacterEncoding("UTF-8");
        }
        return new String(answer.content().bytes(), Charset.forName(response.getCharacterEncoding()));
    }

    private dev.writ.engine.http.Response answer(Request request, Problem problem) {
        dev.writ.engine.http.Request refused = IncomingRequest.of(request, RequestBase.local(request));
        try {
            return application.begin(refused).refuse(problem);
        } catch (RuntimeException e) {
            LOG.error("A refusal of the transport could not be written as others are", e);
            return Refusal.answer(refused, problem);
        }
    }
}
