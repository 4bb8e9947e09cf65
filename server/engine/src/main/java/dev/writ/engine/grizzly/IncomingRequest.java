package dev.writ.engine.grizzly;

import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.CancelledKeyException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** A request of Grizzly's as the engine sees it; its body is read when asked for. */
final class IncomingRequest {
    private IncomingRequest() {}

    static Request of(org.glassfish.grizzly.http.server.Request request, URI base) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : request.getHeaderNames()) {
            List<String> values = new ArrayList<>();
            request.getHeaders(name).forEach(values::add);
            fields.put(name, values);
        }
        return new Request(
                UUID.randomUUID().toString(),
                request.getRemoteAddr(),
                request.getMethod().getMethodString(),
                base,
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()),
                Headers.of(fields),
                new Body(request));
    }

    private record Body(org.glassfish.grizzly.http.server.Request request) implements BodySource {
        @Override
        public OptionalLong declaredLength() {
            if (request.getContentLengthLong() >= 0) {
                return OptionalLong.of(request.getContentLengthLong());
            }
            return request.getHeader("Transfer-Encoding") == null ? OptionalLong.of(0) : OptionalLong.empty();
        }

        @Override
        public Optional<byte[]> read(int limit) throws IOException {
            try {
                byte[] bytes = request.getInputStream().readNBytes(BodySource.oneMore(limit));
                return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
            } catch (CancelledKeyException e) {
                throw new IOException("the connection was closed", e);
            }
        }
    }
}
