package dev.writ.engine.server;

import dev.writ.engine.core.Application;
import dev.writ.engine.core.Refusal;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to what is no request that anybody could judge, as the application writes all other errors. */
final class Refused {
    private static final Logger LOG = LoggerFactory.getLogger(Refused.class);
    private static final BodySource NOTHING = BodySource.of(new byte[0]);

    private Refused() {}

    /** What is known of it, for the log. */
    static Request request(Optional<RequestLine> line, Channel channel, BaseUris bases) {
        return new Request(
                RequestIds.next(),
                channel.clientAddress(),
                line.map(RequestLine::method).orElse("-"),
                bases.of(Optional.empty(), channel),
                line.map(RequestLine::path).orElse("*"),
                Optional.empty(),
                Headers.none(),
                NOTHING);
    }

    static Response answer(Application application, Request request, Problem problem) {
        try {
            return application.begin(request).refuse(problem);
        } catch (RuntimeException e) {
            LOG.error("A refusal could not be written as other errors are", e);
            return Refusal.answer(request, problem);
        }
    }
}
