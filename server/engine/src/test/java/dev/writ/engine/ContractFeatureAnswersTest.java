package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.jersey.ContractFeature;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemException;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.OperationListener;
import dev.writ.engine.spi.Principal;
import dev.writ.engine.testing.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the answers of an application that dispatches by itself. */
class ContractFeatureAnswersTest {
    private static final int LARGE = 17 * 1024 * 1024;
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: A, version: '1'}
            paths:
              /things/{id}:
                get:
                  operationId: thing
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  responses: {'200': {$ref: '#/components/responses/Short'}}
              /later:
                get: {operationId: later, responses: {'200': {$ref: '#/components/responses/Short'}}}
              /guarded:
                get:
                  operationId: guarded
                  security: [{Basic: []}]
                  responses: {'204': {description: none}}
              /large:
                get: {operationId: large, responses: {'200': {$ref: '#/components/responses/Short'}}}
              /secret:
                get:
                  operationId: secret
                  responses:
                    '200':
                      description: s
                      content:
                        application/json:
                          schema:
                            type: object
                            properties: {open: {type: string}, hidden: {type: array, writeOnly: true}}
            components:
              securitySchemes: {Basic: {type: http, scheme: basic}}
              responses:
                Short: {description: s, content: {application/json: {schema: {type: string, maxLength: 9}}}}
            """;

    private final List<OperationListener.Answered> answers = Collections.synchronizedList(new ArrayList<>());

    @RegisterExtension
    private final CapturedLog log = CapturedLog.ofEverything();

    private final ByteArrayOutputStream client = new ByteArrayOutputStream();
    private ResponseChecks checks = ResponseChecks.ENFORCE;

    @Path("/")
    public static final class Resources {
        @GET
        @Path("things/{id}")
        public Response thing(@PathParam("id") int id) {
            return switch (id) {
                case 1 -> json("\"short\"");
                case 2 -> json("\"much too long\"");
                case 3 -> throw new IllegalStateException("broken");
                case 4 -> throw new ProblemException(Problem.of(ProblemType.CONFLICT, "Not now."));
                case 5 -> throw new jakarta.ws.rs.NotFoundException();
                default -> Response.noContent().build();
            };
        }

        @GET
        @Path("later")
        public void later(@Suspended AsyncResponse response) {
            new Thread(() -> response.resume(json("\"late\""))).start();
        }

        @GET
        @Path("guarded")
        public void guarded() {
            // Nothing to say.
        }

        @GET
        @Path("large")
        public Response large() {
            return json('"' + "x".repeat(LARGE) + '"');
        }

        @GET
        @Path("secret")
        public Response secret() {
            String half = '"' + "x".repeat(LARGE / 2) + '"';
            return json("{\"hidden\":[" + half + "," + half + "],\"open\":\"o\"}");
        }
    }

    private static Response json(String text) {
        return Response.ok(text).type("application/json").build();
    }

    /** Whatever it is, the application has a page for it. */
    static final class CatchAll implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable thrown) {
            return Response.status(500).type("text/plain").entity("a page").build();
        }
    }

    private ApplicationHandler application(Object... components) {
        ResourceConfig config = new ResourceConfig(Resources.class)
                .register(ContractFeature.of(ContractReader.parse("a.yaml", CONTRACT))
                        .authenticator("Basic", (shown, address) -> new Authentication.Accepted(new Principal("rose")))
                        .responseChecks(checks))
                .register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        OperationListener listener = answers::add;
                        bind(listener).to(OperationListener.class);
                    }
                });
        for (Object component : components) {
            config.register(component);
        }
        return new ApplicationHandler(config);
    }

    private ContainerResponse send(ApplicationHandler application, String method, String path) throws Exception {
        ContainerRequest request = new ContainerRequest(
                URI.create("http://localhost/"),
                URI.create("http://localhost" + path),
                method,
                null,
                new MapPropertiesDelegate(),
                application.getConfiguration());
        request.header("Authorization", "Basic YTpi");
        return application.apply(request, client).get(20, TimeUnit.SECONDS);
    }

    /** Method, path; status, operation, whether the sender is known, violations. */
    @ParameterizedTest
    @CsvSource({
        "GET, /things/1, 200, thing, false, 0",
        "HEAD, /things/1, 200, thing, false, 0",
        "GET, /things/2, 500, thing, false, 1",
        "GET, /things/3, 500, thing, false, 0",
        "GET, /things/4, 409, thing, false, 0",
        "GET, /things/5, 404, thing, false, 0",
        "GET, /things/6, 500, thing, false, 1",
        "GET, /things/3000000000, 400, thing, false, 0",
        "GET, /things/x, 400, thing, false, 0",
        "GET, /things/1;m=1, 400, thing, false, 0",
        "GET, /later, 200, later, false, 0",
        "GET, /guarded, 204, guarded, true, 0",
    })
    void every_answer_of_an_operation_is_told_once(
            String method, String path, int status, String operation, boolean known, int violations) throws Exception {
        ContainerResponse response = send(application(), method, path);

        assertThat(response.getStatus()).isEqualTo(status);
        // It is told after it is sent, and nothing waits for that.
        await().until(() -> !answers.isEmpty());
        assertThat(answers).singleElement().satisfies(answered -> {
            assertThat(answered.status()).isEqualTo(status);
            assertThat(answered.operation().operationId()).isEqualTo(operation);
            assertThat(answered.authenticated()).isEqualTo(known);
            assertThat(answered.violations()).hasSize(violations);
            assertThat(answered.duration()).isBetween(Duration.ofNanos(1), Duration.ofMinutes(1));
            assertThat(answered.bytes()).isEqualTo(method.equals("HEAD") ? 0 : client.size());
        });
        assertThat(log.lines())
                .filteredOn(line -> line.getLoggerName().equals("dev.writ.access"))
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .startsWith(method + " " + path + " " + status + " " + operation + (known ? " rose" : " -")));
    }

    @Test
    void an_answer_that_is_not_declared_fails_once_though_it_has_no_content() throws Exception {
        send(application(), "GET", "/things/6");
        assertThat(log.lines())
                .filteredOn(line -> line.getLevel() == Level.ERROR)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/things/1, 200, application/json",
        "/things/2, 500, application/problem+json",
        "/things/4, 409, application/problem+json",
        "/things/3000000000, 400, application/problem+json",
        "/things/x, 400, application/problem+json",
        "/things/1;m=1, 400, application/problem+json",
    })
    void problems_of_the_engine_are_not_the_applications_to_map(String path, int status, String type) throws Exception {
        ContainerResponse response = send(application(new CatchAll()), "GET", path);

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getMediaType()).hasToString(type);
    }

    @Test
    void what_the_application_throws_is_its_own_to_map() throws Exception {
        checks = ResponseChecks.REPORT;
        send(application(new CatchAll()), "GET", "/things/3");

        assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo("a page");
    }

    @Test
    void what_is_too_large_to_be_held_is_sent_unchecked_and_told_of_once() throws Exception {
        ApplicationHandler application = application();
        for (int i = 1; i <= 2; i++) {
            assertThat(send(application, "GET", "/large").getStatus()).isEqualTo(200);
            assertThat(client.size()).isEqualTo(i * (LARGE + 2));
        }
        assertThat(log.lines())
                .filteredOn(line -> line.getFormattedMessage().contains("not checked"))
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).contains("large"));
        await().until(() -> answers.size() == 2);
    }

    @Test
    void what_nobody_may_see_stays_out_however_large_the_answer_is() throws Exception {
        for (ResponseChecks choice : ResponseChecks.values()) {
            checks = choice;
            client.reset();
            send(application(), "GET", "/secret");
            assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo("{\"open\":\"o\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"OFF, 100000", "REPORT, 0"})
    void without_checks_nothing_is_held(ResponseChecks choice, int sentMeanwhile) throws Exception {
        checks = choice;
        List<Integer> sent = new ArrayList<>();
        StreamingOutput slow = output -> {
            output.write(new byte[100_000]);
            output.flush();
            sent.add(client.size());
        };
        send(application(new Streaming(slow)), "GET", "/large");

        assertThat(sent).containsExactly(sentMeanwhile);
        assertThat(client.size()).isEqualTo(100_000);
    }

    /** Answers in the place of the resource. */
    private record Streaming(StreamingOutput output) implements jakarta.ws.rs.container.ContainerResponseFilter {
        @Override
        public void filter(
                jakarta.ws.rs.container.ContainerRequestContext request,
                jakarta.ws.rs.container.ContainerResponseContext response) {
            response.setEntity(output);
        }
    }
}
