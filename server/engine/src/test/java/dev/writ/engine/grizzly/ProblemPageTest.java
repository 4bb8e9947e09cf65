package dev.writ.engine.grizzly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.Application;
import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.http.Content;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.spi.ErrorRenderer.Rendered;
import dev.writ.engine.spi.OperationListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Grizzly answers by itself, written as the application writes errors. */
class ProblemPageTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a: {get: {operationId: a, responses: {'204': {description: none}}}}
            """;

    private final List<OperationListener.Answered> told = Collections.synchronizedList(new ArrayList<>());
    private final Engine engine = new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
            .on("a", call -> dev.writ.engine.http.Response.of(204))
            .errorRenderer((problem, operation, accept) -> new Rendered(
                    "application/vnd.own+json",
                    Content.of(("{\"zurück\":" + problem.status() + "}").getBytes(StandardCharsets.UTF_8))))
            .listener(told::add)
            .build();

    /** A server that answers everything with an error of its own. */
    private static HttpResponse<String> send(Application application, String path, int status)
            throws IOException, InterruptedException {
        HttpServer server = new HttpServer();
        NetworkListener listener = new NetworkListener("t", "127.0.0.1", 0);
        server.addListener(listener);
        server.getServerConfiguration().setDefaultErrorPageGenerator(new ProblemPage(application));
        server.getServerConfiguration()
                .addHttpHandler(
                        new HttpHandler() {
                            @Override
                            public void service(Request request, Response response) throws IOException {
                                response.sendError(status);
                            }
                        },
                        "/");
        server.start();
        try {
            URI target = URI.create("http://127.0.0.1:" + listener.getPort() + path);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(
                            HttpRequest.newBuilder(target).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } finally {
            server.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({"/a, 503, 1", "/a, 500, ''", "/nowhere, 400, ''", "/%ff, 400, ''"})
    void it_is_the_applications_renderer_that_writes(String path, int status, String retryAfter) throws Exception {
        HttpResponse<String> answer = send(engine, path, status);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"zurück\":" + status + "}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.own+json;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Retry-After").orElse("")).isEqualTo(retryAfter);
        assertThat(told).extracting(OperationListener.Answered::status).hasSize(path.equals("/a") ? 1 : 0);
    }

    @Test
    void where_the_application_fails_it_is_a_problem_all_the_same() throws Exception {
        HttpResponse<String> answer = send(
                request -> {
                    throw new IllegalStateException("broken");
                },
                "/a",
                503);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":503", "urn:uuid").doesNotContain("broken");
    }
}
