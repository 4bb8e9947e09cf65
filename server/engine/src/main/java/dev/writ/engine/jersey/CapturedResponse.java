package dev.writ.engine.jersey;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/** Takes what Jersey answers, now or later, into memory. */
final class CapturedResponse implements ContainerResponseWriter {
    private final ContainerRequest request;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Response> answer = new CompletableFuture<>();
    private Optional<ContainerResponse> response = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    CapturedResponse(ContainerRequest request) {
        this.request = request;
    }

    /**
     * What is answered. It fails with what a resource threw and no {@code ExceptionMapper} took; an error status that it threw
     * is a {@link ProblemException}.
     */
    CompletionStage<Response> answer() {
        return answer;
    }

    private Response captured() throws Exception {
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
            return WebExceptions.problem(answer);
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
        return true;
    }

    @Override
    public void setSuspendTimeout(long timeOut, TimeUnit timeUnit) {
        // Whoever waits for the answer knows how long.
    }

    @Override
    public void commit() {
        complete();
    }

    private void complete() {
        try {
            answer.complete(captured());
        } catch (Exception | Error e) {
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void failure(Throwable error) {
        failure = Optional.of(error);
        complete();
    }

    @Override
    public boolean enableResponseBuffering() {
        return false;
    }
}
