package dev.writ.engine.jersey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.core.Judged;
import dev.writ.engine.http.ContentCoding;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.TrustedProxies;
import dev.writ.engine.validate.ReceivedItems;
import dev.writ.engine.validate.form.UploadLimits;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ContainerRequest;

/** Judges a request before Jersey matches it, after all other filters that are there before matching. */
@PreMatching
final class JudgeFilter implements ContainerRequestFilter {
    private final Supplier<ContractEngine> engine;
    private final OtherPaths otherPaths;
    private final Function<ContainerRequestContext, String> client;
    private final TrustedProxies proxies;
    private final UploadLimits limits;

    JudgeFilter(
            Supplier<ContractEngine> engine,
            OtherPaths otherPaths,
            Function<ContainerRequestContext, String> client,
            TrustedProxies proxies,
            UploadLimits limits) {
        this.engine = engine;
        this.otherPaths = otherPaths;
        this.client = client;
        this.proxies = proxies;
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        ContainerRequest container = (ContainerRequest) context;
        BufferedBody body = new BufferedBody(container, limits);
        Request request = forwarded(request(container, body), container);
        engine.get()
                .engine()
                .judge(request)
                .<JudgedRequest>fold(
                        allowed -> allow(request, allowed, body, container),
                        response -> answer(request, response, container),
                        () -> otherPaths == OtherPaths.REFUSE
                                ? answer(request, engine.get().engine().handle(request), container)
                                : JudgedRequest.unknown(request, container))
                .attach(container);
    }

    private Request request(ContainerRequest container, BufferedBody body) {
        return new Request(
                UUID.randomUUID().toString(),
                client.apply(container),
                container.getMethod(),
                container.getBaseUri().resolve("/"),
                engine.get().path(container),
                Optional.ofNullable(container.getRequestUri().getRawQuery()),
                Headers.of(Map.copyOf(container.getRequestHeaders())),
                body);
    }

    /** As the client has sent it, for {@code UriInfo} too. Where the application is mounted is for the container to say. */
    private Request forwarded(Request received, ContainerRequest container) {
        Request seen = proxies.seen(received);
        URI base = seen.base().resolve("/");
        if (!base.equals(received.base())) {
            container.setRequestUri(moved(container.getBaseUri(), base), moved(container.getRequestUri(), base));
        }
        return seen.from(seen.client(), base);
    }

    /** Not resolved: a path may begin with two slashes. */
    private static URI moved(URI uri, URI base) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + uri.getRawPath() + query);
    }

    private static JudgedRequest allow(
            Request request, Judged.Allowed allowed, BufferedBody body, ContainerRequest container) {
        List<ContentCoding> codings = ContentCoding.list(
                        Objects.requireNonNullElse(container.getHeaderString("Content-Encoding"), ""))
                .orElse(List.of());
        Optional<JsonNode> edited = allowed.call().arguments().editedBody();
        container.setEntityStream(edited.map(JudgeFilter::written)
                .or(() -> allowed.call().arguments().items().map(ReceivedItems::stream))
                .orElseGet(() -> decoded(body.again(), codings)));
        // Who comes after finds the content as it was before it was coded, and as long as it is.
        container.getHeaders().remove("Content-Encoding");
        if (!codings.isEmpty() || edited.isPresent()) {
            container.getHeaders().remove("Content-Length");
        }
        Defaults.apply(allowed.call(), container);
        CurrentRequest.attach(allowed.call(), container);
        if (allowed.call().principal().isPresent()) {
            container.setSecurityContext(new CallSecurityContext(allowed.call()));
        }
        return JudgedRequest.allowed(request, allowed, container);
    }

    /** It was decoded within the limits when it was judged. */
    private static InputStream decoded(InputStream sent, List<ContentCoding> codings) {
        InputStream stream = sent;
        for (int i = codings.size() - 1; i >= 0; i--) {
            stream = codings.get(i).decode(stream, Long.MAX_VALUE);
        }
        return stream;
    }

    private static InputStream written(JsonNode value) {
        return new ByteArrayInputStream(value.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JudgedRequest answer(
            Request request, dev.writ.engine.http.Response response, ContainerRequest container) {
        container.abortWith(EngineAnswers.of(response));
        return JudgedRequest.answered(request, container);
    }
}
