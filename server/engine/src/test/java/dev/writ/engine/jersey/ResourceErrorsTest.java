package dev.writ.engine.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.api.Bound;
import dev.writ.api.OperationId;
import dev.writ.api.RequestContext;
import dev.writ.api.TypedResponse;
import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.core.Failures;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemException;
import dev.writ.engine.spi.OperationListener;
import dev.writ.engine.spi.ProblemMapping;
import dev.writ.engine.testing.CapturedLog;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a resource does wrong, the client is told by the engine. */
class ResourceErrorsTest {
    private static final Contract CONTRACT = ContractReader.parse("t.yaml", """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /act/{how}:
                get:
                  operationId: act
                  parameters: [{name: how, in: path, required: true, schema: {type: string}}]
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {type: object}}}}
            """);

    private final List<OperationListener.Answered> told = new ArrayList<>();
    private final JerseyApplication application =
            new JerseyApplication(CONTRACT, List.of(Act.class), List.of(new AbstractBinder() {
                @Override
                protected void configure() {
                    bind(new Denied()).to(ExceptionMapper.class);
                    bind(ProblemMapping.of(FileSystemException.class, e -> Problem.ofStatus(410)))
                            .to(ProblemMapping.class);
                    bind((OperationListener) told::add).to(OperationListener.class);
                }
            }));
    private final Engine engine = engine();

    @RegisterExtension
    private final CapturedLog log = CapturedLog.of(Failures.class);

    private Engine engine() {
        EngineBuilder builder = new EngineBuilder(CONTRACT);
        application.connect(builder);
        return builder.build();
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Path("/")
    interface ActApi {
        @GET
        @Path("/act/{how}")
        @OperationId("act")
        Answer act(@Bound("how") String how) throws Exception;
    }

    static final class Answer extends TypedResponse {
        Answer(Object value) {
            super(200, Payload.of(value, "application/json"));
        }
    }

    public static final class Act implements ActApi {
        private final RequestContext context;

        @Inject
        Act(RequestContext context) {
            this.context = context;
        }

        @Override
        @SuppressWarnings("NullAway")
        public Answer act(String how) throws Exception {
            return switch (how) {
                case "away" ->
                    throw new ServiceUnavailableException(Response.status(503)
                            .header("Retry-After", "7")
                            .type("text/html")
                            .entity("<p>secret</p>")
                            .build());
                case "missing" -> throw new NotFoundException("secret");
                case "problem" ->
                    throw new ProblemException(Problem.ofStatus(409).withDetail("Because."));
                case "mapped" -> throw new NoSuchFileException("secret");
                case "denied" -> throw new AccessDeniedException("secret");
                case "unwritable" -> new Answer(withinItself());
                case "endless" -> act(how);
                case "nothing" -> null;
                default ->
                    new Answer(Map.of(
                            "context",
                            context.operationId() + " " + context.pathTemplate() + " " + context.requestId() + " "
                                    + context.principal().isPresent()));
            };
        }

        private static List<Object> withinItself() {
            List<Object> list = new ArrayList<>();
            list.add(list);
            return list;
        }
    }

    /** As an application may have them. */
    static final class Denied implements ExceptionMapper<AccessDeniedException> {
        @Override
        public Response toResponse(AccessDeniedException exception) {
            return Response.status(403).header("X-Denied", "yes").build();
        }
    }

    private dev.writ.engine.http.Response act(String how) {
        return engine.handle(new Request(
                "id",
                "127.0.0.1",
                "GET",
                URI.create("http://localhost/"),
                "/act/" + how,
                Optional.empty(),
                Headers.none(),
                BodySource.of(new byte[0])));
    }

    private static String text(dev.writ.engine.http.Response response) {
        return new String(response.content().bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "away, 503, 1",
        "missing, 404, 0",
        "problem, 409, 0",
        "mapped, 410, 0",
        "denied, 403, 0",
        "unwritable, 500, 1",
        "endless, 500, 1",
        "nothing, 500, 1",
    })
    void an_error_is_a_problem_with_an_id_and_one_of_ours_is_in_the_log(String how, int status, int logged) {
        dev.writ.engine.http.Response response = act(how);
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(text(response))
                .contains("\"status\":" + status, "\"instance\":\"urn:uuid:id\"")
                .doesNotContain("secret");
        assertThat(log.lines()).hasSize(logged);
        assertThat(log.lines())
                .allSatisfy(event -> assertThat(event.getThrowableProxy()).isNotNull());
        assertThat(told).extracting(OperationListener.Answered::status).containsExactly(status);
    }

    @Test
    void fields_that_an_error_needs_stay() {
        assertThat(act("away").headers().first("Retry-After")).contains("7");
        assertThat(act("denied").headers().first("X-Denied")).contains("yes");
    }

    @Test
    void a_resource_that_is_made_once_knows_the_request_that_it_carries_out() {
        assertThat(text(act("well"))).isEqualTo("{\"context\":\"act /act/{how} id false\"}");
    }
}
