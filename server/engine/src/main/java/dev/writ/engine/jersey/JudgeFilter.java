package dev.writ.engine.jersey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.core.Judged;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.validate.ReceivedItems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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

    JudgeFilter(
            Supplier<ContractEngine> engine, OtherPaths otherPaths, Function<ContainerRequestContext, String> client) {
        this.engine = engine;
        this.otherPaths = otherPaths;
        this.client = client;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        ContainerRequest container = (ContainerRequest) context;
        BufferedBody body = new BufferedBody(container);
        Request request = request(container, body);
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

    private static JudgedRequest allow(
            Request request, Judged.Allowed allowed, BufferedBody body, ContainerRequest container) {
        container.setEntityStream(allowed.call()
                .arguments()
                .editedBody()
                .map(JudgeFilter::written)
                .or(() -> allowed.call().arguments().items().map(ReceivedItems::stream))
                .orElseGet(body::again));
        Defaults.apply(allowed.call(), container);
        CurrentRequest.attach(allowed.call(), container);
        if (allowed.call().principal().isPresent()) {
            container.setSecurityContext(new CallSecurityContext(allowed.call()));
        }
        return JudgedRequest.allowed(request, allowed, container);
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
