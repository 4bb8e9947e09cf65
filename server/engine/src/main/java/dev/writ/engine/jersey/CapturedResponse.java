package dev.writ.engine.jersey;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/** Takes what Jersey answers into memory. Asynchronous resource methods are not supported: {@code suspend} says no. */
final class CapturedResponse implements ContainerResponseWriter {
    private final ContainerRequest request;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Optional<ContainerResponse> response = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    CapturedResponse(ContainerRequest request) {
        this.request = request;
    }

    /**
     * What was answered.
     *
     * @throws Exception what a resource threw and no {@code ExceptionMapper} took; an error status that it threw is a
     *     {@link ProblemException}
     */
    Response get() throws Exception {
        Optional<Throwable> thrown = failure.or(() -> UnmappedException.of(request));
        if (thrown.isPresent()) {
            throw exception(thrown.get());
        }
        ContainerResponse answered =
                response.orElseThrow(() -> new IllegalStateException("the resource method did not answer"));
        Headers headers = Headers.of(answered.getStringHeaders());
        return new Response(answered.getStatus(), headers, content(answered.getEntity()));
    }

    private static Exception exception(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof WebApplicationException answer) {
            Problem problem = Problem.ofStatus(answer.getResponse().getStatus());
            Headers headers = Headers.of(answer.getResponse().getStringHeaders());
            return new ProblemException(problem.withHeaders(headers), answer);
        }
        return thrown instanceof Exception exception ? exception : new IllegalStateException(thrown);
    }

    /** Ours as it is, with its tree; unless an interceptor has written something else. */
    private Content content(@Nullable Object entity) {
        byte[] written = bytes.toByteArray();
        if (entity instanceof Content content && content.pieces().isPresent() && written.length == 0) {
            return content;
        }
        return entity instanceof Content content && Arrays.equals(content.bytes(), written)
                ? content
                : Content.of(written);
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long contentLength, ContainerResponse answered) {
        response = Optional.of(answered);
        return bytes;
    }

    @Override
    public boolean suspend(long timeOut, TimeUnit timeUnit, TimeoutHandler timeoutHandler) {
        return false;
    }

    @Override
    public void setSuspendTimeout(long timeOut, TimeUnit timeUnit) {
        throw new IllegalStateException("not suspended");
    }

    @Override
    public void commit() {
        // All of it is in memory.
    }

    @Override
    public void failure(Throwable error) {
        failure = Optional.of(error);
    }

    @Override
    public boolean enableResponseBuffering() {
        return false;
    }
}
