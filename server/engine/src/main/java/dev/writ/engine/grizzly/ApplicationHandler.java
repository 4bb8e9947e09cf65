package dev.writ.engine.grizzly;

import dev.writ.engine.core.Application;
import dev.writ.engine.core.Exchange;
import dev.writ.engine.core.Failures;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between Grizzly's request and response and the engine's own. What may block goes to a worker, everything else is answered
 * by the thread that read it. Whatever happens, it is this that answers.
 */
final class ApplicationHandler extends HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApplicationHandler.class);
    private static final String ADMISSION = Admission.class.getName();

    private final Application application;
    private final Workers workers;
    private final Streams streams;
    private final GoneClients clients;
    private final RequestExecutorProvider lanes = this::executor;
    private volatile boolean stopping;

    ApplicationHandler(Application application, Workers workers, Streams streams, GoneClients clients) {
        this.clients = clients;
        this.application = application;
        this.workers = workers;
        this.streams = streams;
    }

    /** From here on what may block is refused, and every connection is closed after its answer. */
    void stop() {
        stopping = true;
    }

    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
        return lanes;
    }

    /**
     * Called for each request before {@link #service}: {@code null} for the same thread. Called again when a client that was
     * slow takes more: that is for the thread that noticed.
     */
    private @Nullable Executor executor(Request request) {
        if (request.getAttribute(ADMISSION) != null) {
            return null;
        }
        Admission admission = admit(request);
        request.setAttribute(ADMISSION, admission);
        return admission.onWorker() ? workers : null;
    }

    private Admission admit(Request request) {
        try {
            Optional<URI> base = RequestBase.of(request);
            Exchange exchange = application.begin(IncomingRequest.of(request, base.orElse(RequestBase.local(request))));
            if (base.isEmpty()) {
                Problem problem = Problem.of(ProblemType.BAD_REQUEST, "Host names no server.");
                return new Admission(false, () -> exchange.refuse(problem));
            }
            if (!exchange.mayBlock()) {
                return new Admission(false, exchange::answer);
            }
            if (stopping) {
                return unavailable(exchange, "The server is stopping.");
            }
            return workers.enter()
                    ? new Admission(true, exchange::answer)
                    : unavailable(exchange, "Too many requests are waiting.");
        } catch (RuntimeException | StackOverflowError e) {
            return new Admission(false, () -> failed(request, e));
        }
    }

    private static Admission unavailable(Exchange exchange, String why) {
        Problem problem = Problem.of(ProblemType.SERVICE_UNAVAILABLE, why).withHeader("Retry-After", "1");
        return new Admission(false, () -> exchange.refuse(problem));
    }

    @Override
    public void service(Request request, org.glassfish.grizzly.http.server.Response response) {
        Admission admission = (Admission) request.getAttribute(ADMISSION);
        try {
            send(answer(admission, request), request, response, admission.onWorker());
        } catch (IOException e) {
            LOG.debug("The client of {} has gone", request.getRequestURI(), e);
        } finally {
            if (admission.onWorker()) {
                workers.leave();
            }
        }
    }

    private static Response answer(Admission admission, Request request) {
        try {
            return admission.answer().get();
        } catch (RuntimeException | StackOverflowError e) {
            return failed(request, e);
        }
    }

    private static Response failed(Request request, Throwable cause) {
        return Failures.unexpected(
                UUID.randomUUID().toString(),
                request.getMethod().getMethodString(),
                request.getRequestURI(),
                "transport",
                cause);
    }

    private void send(
            Response answer, Request request, org.glassfish.grizzly.http.server.Response response, boolean onWorker)
            throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Date", FastHttpDateFormat.getCurrentDate());
        if (stopping) {
            response.setHeader("Connection", "close");
        }
        answer.headers().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Content-Type")) {
                response.setContentType(values.get(0));
            } else if (!name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
        if (answer.content().pieces().isPresent()) {
            Optional<Long> length = answer.headers().first("Content-Length").map(Long::parseLong);
            length.ifPresentOrElse(response::setContentLengthLong, () -> response.setHeader("Connection", "close"));
            new StreamedAnswer(
                            new OutgoingPieces(request, response, clients, onWorker, length), answer.content(), streams)
                    .begin();
            return;
        }
        byte[] bytes = answer.content().bytes();
        boolean bodiless = answer.status() == 204 || answer.status() == 304;
        boolean lengthIsUnknown = request.getMethod() == Method.HEAD
                && answer.headers().first("Content-Length").isEmpty();
        if (!bodiless && !lengthIsUnknown) {
            response.setContentLengthLong(answer.headers()
                    .first("Content-Length")
                    .map(Long::parseLong)
                    .orElse((long) bytes.length));
        }
        if (!bodiless && lengthIsUnknown) {
            // Else Grizzly would say that it is 0.
            response.flush();
        }
        if (bytes.length > 0) {
            response.getOutputStream().write(bytes);
        }
        // All of it is handed over now, not when the place among the workers is free again.
        response.getOutputStream().close();
    }

    /** How a request is to be answered, and where. */
    private record Admission(boolean onWorker, Supplier<Response> answer) {}
}
