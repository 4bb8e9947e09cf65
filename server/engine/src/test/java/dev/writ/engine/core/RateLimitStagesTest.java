package dev.writ.engine.core;

import static dev.writ.engine.core.Requests.get;
import static dev.writ.engine.core.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.rate.RateLimits;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Principal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Where in the way of a request limits are judged, and what a client is told. */
class RateLimitStagesTest {
    private static final Contract CONTRACT = ContractReader.parse("t.yaml", """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components: {securitySchemes: {Basic: {type: http, scheme: basic}}}
            paths:
              /secured: {get: {operationId: secured, security: [{Basic: []}], responses: {'204': {description: done}}}}
              /open: {get: {operationId: open, responses: {'204': {description: done}}}}
            """);
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicInteger judged = new AtomicInteger();
    private final AtomicInteger handled = new AtomicInteger();

    private Engine engine(RateLimits limits) {
        return new EngineBuilder(CONTRACT)
                .on("secured", this::done)
                .on("open", this::done)
                .authenticator("Basic", (credentials, client) -> {
                    judged.incrementAndGet();
                    return credentials.fold(
                            pair -> pair.username().startsWith("r")
                                    ? new Authentication.Accepted(new Principal(pair.username()))
                                    : new Authentication.Refused(),
                            token -> new Authentication.Refused());
                })
                .settings(Settings.DEFAULT.withRateLimits(limits.withClock(() -> 0)))
                .build();
    }

    private Response done(Call call) {
        handled.incrementAndGet();
        return Response.of(204);
    }

    private static Request secured(String user) {
        String pair = java.util.Base64.getEncoder()
                .encodeToString((user + ":x").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return get("/secured", Headers.none().with("Authorization", "Basic " + pair));
    }

    private static int status(Engine engine, Request request) {
        return engine.handle(request).status();
    }

    @Test
    void beyond_a_limit_is_429_with_the_time_to_wait() {
        Engine engine = engine(RateLimits.NONE.withAddress("open", 2, Duration.ofSeconds(60)));
        assertThat(status(engine, get("/open", Headers.none()))).isEqualTo(204);
        assertThat(status(engine, get("/open", Headers.none()))).isEqualTo(204);
        Response refused = engine.handle(get("/open", Headers.none()));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().first("Retry-After")).contains("30");
        assertThat(refused.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(text(refused))
                .contains("\"type\":\"/problems/too-many-requests\"", "\"instance\":\"urn:uuid:id\"")
                .contains("There may be 2 requests of open by an address in 1m.");
        assertThat(handled).hasValue(2);
    }

    @Test
    void an_address_is_counted_before_its_credentials_are_judged() {
        Engine engine = engine(RateLimits.NONE.withAddress("*", 3, HOUR));
        for (int i = 0; i < 3; i++) {
            assertThat(status(engine, secured("nobody"))).isEqualTo(401);
        }
        assertThat(status(engine, secured("rose"))).isEqualTo(429);
        assertThat(status(engine, secured("nobody"))).isEqualTo(429);
        assertThat(judged).hasValue(3);
        assertThat(status(engine, secured("rose").from("192.0.2.9", java.net.URI.create("http://localhost/"))))
                .isEqualTo(204);
    }

    @Test
    void a_principal_is_counted_once_it_is_known_and_who_fails_to_be_one_by_address() {
        Engine engine = engine(RateLimits.NONE.with("*", 2, HOUR));
        assertThat(status(engine, secured("rose"))).isEqualTo(204);
        assertThat(status(engine, secured("rose"))).isEqualTo(204);
        assertThat(status(engine, secured("rose"))).isEqualTo(429);
        assertThat(status(engine, secured("robert"))).isEqualTo(204);
        assertThat(status(engine, secured("nobody"))).isEqualTo(401);
        assertThat(status(engine, get("/open", Headers.none()))).isEqualTo(204);
        assertThat(status(engine, secured("nobody"))).isEqualTo(429);
        assertThat(status(engine, get("/open", Headers.none()))).isEqualTo(429);
        assertThat(status(engine, secured("robert"))).isEqualTo(204);
    }

    @Test
    void it_is_judged_in_a_step_that_does_not_wait() {
        Engine engine = engine(RateLimits.NONE.withAddress("*", 1, HOUR));
        assertThat(status(engine, secured("rose"))).isEqualTo(204);
        Exchange exchange = engine.begin(secured("rose"));
        assertThat(exchange.next()).isEqualTo(Exchange.Next.RUN);
        exchange.proceed();
        assertThat(exchange.next()).isEqualTo(Exchange.Next.SEND);
        assertThat(exchange.response().status()).isEqualTo(429);
    }

    @Test
    void what_is_no_operation_is_not_counted() {
        Engine engine = engine(RateLimits.NONE.withAddress("*", 1, HOUR));
        for (int i = 0; i < 3; i++) {
            assertThat(status(engine, get("/openapi.json", Headers.none()))).isEqualTo(200);
            assertThat(status(engine, get("/nothing", Headers.none()))).isEqualTo(404);
        }
        assertThat(status(engine, get("/open", Headers.none()))).isEqualTo(204);
    }

    @Test
    void a_limit_of_an_operation_that_does_not_exist_is_a_fault_that_tells_which_do() {
        assertThatThrownBy(() -> engine(RateLimits.NONE.with("opne", 1, HOUR).withAddress("secure", 1, HOUR)))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(
                        "the operation 'opne' has a rate limit, but not in the contract, which has open, secured")
                .hasMessageContaining("the operation 'secure' has a rate limit");
    }
}
