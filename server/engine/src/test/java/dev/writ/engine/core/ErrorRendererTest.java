package dev.writ.engine.core;

import static dev.writ.engine.core.Requests.get;
import static dev.writ.engine.core.Requests.request;
import static dev.writ.engine.core.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.Accept;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.spi.ErrorRenderer;
import dev.writ.engine.spi.ErrorRenderer.Rendered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors in the words of the application. */
class ErrorRendererTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /buy:
                get:
                  operationId: buy
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {type: array}}}}
                    '404':
                      description: none
                      content: {application/vnd.error+json: {schema: {type: object, required: [code]}}}
            """;

    private static EngineBuilder builder(Handler handler) {
        return new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("buy", handler)
                .settings(Settings.DEFAULT.withResponseChecks(ResponseChecks.ENFORCE));
    }

    private static EngineBuilder throwing(Exception thrown) {
        return builder(call -> {
            throw thrown;
        });
    }

    private static Response buy(EngineBuilder builder) {
        return builder.build().handle(get("/buy", Headers.none()));
    }

    /** As a contract with a form of errors of its own has it. */
    private static EngineBuilder rendering(EngineBuilder builder) {
        return builder.errorRenderer((problem, operation, accept) -> new Rendered(
                "application/vnd.error+json",
                Content.of(("{\"code\":" + problem.status() + ",\"in\":\""
                                + operation.map(Operation::operationId).orElse("none") + "\",\"id\":\""
                                + problem.instance().orElse("") + "\"}")
                        .getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void every_error_is_written_by_the_renderer_of_the_application() {
        String own = "{\"code\":%d,\"in\":\"%s\",\"id\":\"urn:uuid:id\"}";
        Engine engine = rendering(builder(call -> Response.of(404))).build();
        Response missing = engine.handle(get("/buy", Headers.none()));
        assertThat(text(missing)).isEqualTo(own.formatted(404, "buy"));
        assertThat(missing.headers().first("Content-Type")).contains("application/vnd.error+json");
        assertThat(text(engine.handle(get("/nothing", Headers.none())))).isEqualTo(own.formatted(404, "none"));
        Response method = engine.handle(request("PUT", "/buy", Headers.none(), BodySource.of(new byte[0])));
        assertThat(text(method)).isEqualTo(own.formatted(405, "none"));
        assertThat(method.headers().first("Allow")).isPresent();
        assertThat(text(engine.handle(get("/buy", Headers.of("Accept", "image/png")))))
                .isEqualTo(own.formatted(406, "buy"));
        assertThat(text(engine.begin(get("/buy", Headers.none())).refuse(Problem.ofStatus(503))))
                .isEqualTo(own.formatted(503, "buy"));
        assertThat(text(buy(rendering(throwing(new IOException()))))).isEqualTo(own.formatted(500, "buy"));
    }

    static Stream<ErrorRenderer> failing() {
        return Stream.of(
                (problem, operation, accept) -> {
                    throw new IllegalStateException("no paper");
                },
                new ErrorRenderer() {
                    @Override
                    @SuppressWarnings("NullAway") // Nobody keeps an application from it.
                    public Rendered render(Problem problem, Optional<Operation> operation, Accept accept) {
                        return null;
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("failing")
    void a_renderer_that_fails_is_replaced(ErrorRenderer renderer) {
        Response response = buy(throwing(new IOException()).errorRenderer(renderer));
        assertThat(response.status()).isEqualTo(500);
        assertThat(text(response)).contains("/problems/internal-server-error", "urn:uuid:id");
    }
}
