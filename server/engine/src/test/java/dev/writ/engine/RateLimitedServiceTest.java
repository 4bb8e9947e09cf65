package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.TrustedProxies;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.rate.RateLimits;
import dev.writ.engine.server.ServerSettings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Limits of a service, over the network. */
@Timeout(60)
class RateLimitedServiceTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /wait: {get: {operationId: wait, responses: {'204': {description: done}, '429': {description: too many}}}}
            """;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch mayGo = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();

    private WritServer start() throws Exception {
        return Writ.contract(ContractReader.parse("t.yaml", CONTRACT))
                .on("wait", request -> {
                    arrived.countDown();
                    mayGo.await();
                    return null;
                })
                .rateLimits(RateLimits.NONE.withAddress("wait", 1, Duration.ofHours(1)))
                .trustedProxies(TrustedProxies.of("127.0.0.1"))
                .server(ServerSettings.DEFAULT.withWorkers(1, 0))
                .listen("127.0.0.1", 0)
                .start();
    }

    private CompletableFuture<HttpResponse<String>> ask(WritServer server, String from) {
        return client.sendAsync(
                HttpRequest.newBuilder(server.uri().resolve("/wait"))
                        .header("X-Forwarded-For", from)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void who_is_refused_takes_no_worker_and_is_known_by_the_address_that_its_proxy_tells() throws Exception {
        try (WritServer server = start()) {
            CompletableFuture<HttpResponse<String>> first = ask(server, "192.0.2.1");
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
            // The only worker is taken: whoever needs one is refused with 503.
            HttpResponse<String> beyond = ask(server, "192.0.2.1").get();
            assertThat(beyond.statusCode()).isEqualTo(429);
            assertThat(beyond.headers().firstValue("Retry-After")).contains("3600");
            assertThat(beyond.body()).contains("too-many-requests");
            assertThat(ask(server, "192.0.2.2").get().statusCode()).isEqualTo(503);
            assertThat(ask(server, "192.0.2.2").get().statusCode()).isEqualTo(429);
            mayGo.countDown();
            assertThat(first.get().statusCode()).isEqualTo(204);
        }
    }
}
