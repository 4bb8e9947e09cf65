package dev.writ.engine.jersey;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
     * @throws Exception what a resource threw and no {@code ExceptionMapper} took
     */
    Response get() throws Exception {
        Optional<Throwable> thrown = failure.or(() -> UnmappedException.of(request));
        if (thrown.isPresent()) {
            throw thrown.get() instanceof Exception e ? e : new IllegalStateException(thrown.get());
        }
        ContainerResponse answered =
                response.orElseThrow(() -> new IllegalStateException("the resource method did not answer"));
        Map<String, List<String>> fields = answered.getStringHeaders().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Response(answered.getStatus(), Headers.of(fields), content(answered.getEntity()));
    }

    /** Ours as it is, with its tree; unless an interceptor has written something else. */
    private Content content(@Nullable Object entity) {
        byte[] written = bytes.toByteArray();
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
