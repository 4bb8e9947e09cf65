package dev.writ.engine.grizzly;

import dev.writ.engine.core.Failures;
import dev.writ.engine.core.ProblemRenderer;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between Grizzly's request and response and the engine's own. Whatever happens, it is this that answers. */
final class ApplicationHandler extends HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApplicationHandler.class);

    private final Function<dev.writ.engine.http.Request, Response> application;

    ApplicationHandler(Function<dev.writ.engine.http.Request, Response> application) {
        this.application = application;
    }

    @Override
    public void service(Request request, org.glassfish.grizzly.http.server.Response response) {
        Response answer = answer(request);
        try {
            send(answer, response);
        } catch (IOException e) {
            LOG.debug("The client of {} has gone", request.getRequestURI(), e);
        }
    }

    private Response answer(Request request) {
        try {
            Optional<URI> base = RequestBase.of(request);
            return base.isEmpty()
                    ? ProblemRenderer.render(Problem.of(ProblemType.BAD_REQUEST, "Host names no server."))
                    : application.apply(IncomingRequest.of(request, base.get()));
        } catch (RuntimeException | StackOverflowError e) {
            return Failures.unexpected(request.getMethod().getMethodString(), request.getRequestURI(), "transport", e);
        }
    }

    private static void send(Response answer, org.glassfish.grizzly.http.server.Response response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Date", FastHttpDateFormat.getCurrentDate());
        answer.headers().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Content-Type")) {
                response.setContentType(values.get(0));
            } else if (!name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
        byte[] bytes = answer.content().bytes();
        boolean bodiless = answer.status() == 204 || answer.status() == 304;
        if (!bodiless) {
            response.setContentLengthLong(answer.headers()
                    .first("Content-Length")
                    .map(Long::parseLong)
                    .orElse((long) bytes.length));
        }
        if (bytes.length > 0) {
            response.getOutputStream().write(bytes);
        }
    }
}
