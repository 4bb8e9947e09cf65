package dev.writ.engine.grizzly;

import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.LimitedStream;
import dev.writ.engine.http.Request;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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
        public InputStream stream(long limit) {
            return new LimitedStream(
                    new FilterInputStream(request.getInputStream()) {
                        @Override
                        public int read() throws IOException {
                            byte[] one = new byte[1];
                            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
                        }

                        @Override
                        public int read(byte[] bytes, int offset, int length) throws IOException {
                            try {
                                return in.read(bytes, offset, length);
                            } catch (CancelledKeyException e) {
                                throw new IOException("the connection was closed", e);
                            }
                        }
                    },
                    limit);
        }
    }
}
