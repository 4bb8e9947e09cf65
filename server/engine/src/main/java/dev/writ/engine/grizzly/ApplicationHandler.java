package dev.writ.engine.grizzly;

import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Between Grizzly's request and response and the engine's own. */
final class ApplicationHandler extends HttpHandler {
    private final Function<dev.writ.engine.http.Request, dev.writ.engine.http.Response> application;

    ApplicationHandler(Function<dev.writ.engine.http.Request, dev.writ.engine.http.Response> application) {
        this.application = application;
    }

    @Override
    public void service(Request request, Response response) throws IOException {
        dev.writ.engine.http.Response answer = application.apply(neutral(request));
        response.setStatus(answer.status());
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

    private static dev.writ.engine.http.Request neutral(Request request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : request.getHeaderNames()) {
            List<String> values = new ArrayList<>();
            request.getHeaders(name).forEach(values::add);
            fields.put(name, values);
        }
        return new dev.writ.engine.http.Request(
                request.getMethod().getMethodString(),
                base(request),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()),
                Headers.of(fields),
                new RequestBody(request));
    }

    private static URI base(Request request) {
        try {
            return new URI(
                    request.isSecure() ? "https" : "http",
                    null,
                    request.getServerName(),
                    request.getServerPort(),
                    "/",
                    null,
                    null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private record RequestBody(Request request) implements BodySource {
        @Override
        public OptionalLong declaredLength() {
            if (request.getContentLengthLong() >= 0) {
                return OptionalLong.of(request.getContentLengthLong());
            }
            return request.getHeader("Transfer-Encoding") == null ? OptionalLong.of(0) : OptionalLong.empty();
        }

        @Override
        public Optional<byte[]> read(int limit) throws IOException {
            byte[] bytes = request.getInputStream().readNBytes(limit + 1);
            return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
        }
    }
}
