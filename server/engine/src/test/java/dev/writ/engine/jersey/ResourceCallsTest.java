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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a resource is given, answers and does wrong comes to the same, be its methods called by Jersey or without it. */
@ParameterizedClass
@EnumSource(ResourceCallsTest.Way.class)
@SuppressWarnings("NullAway.Init")
class ResourceCallsTest {
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
              /later/{how}:
                get:
                  operationId: actLater
                  parameters: [{name: how, in: path, required: true, schema: {type: string}}]
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {type: object}}}}
              /echo/{id}:
                post:
                  operationId: echo
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: integer}}
                    - {name: tag, in: query, schema: {type: array, items: {type: string}}}
                    - {name: limit, in: query, schema: {type: integer, default: 3}}
                    - {name: X-Trace, in: header, schema: {type: string}}
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {type: object}}}}
              /lines:
                get:
                  operationId: lines
                  responses:
                    '200': {description: ok, content: {application/jsonl: {schema: {type: object}}}}
            """);

    /** Who calls the methods. */
    enum Way {
        DIRECT {
            @Override
            void bind(AbstractBinder binder) {
                // Nothing of JAX-RS.
            }
        },
        JERSEY {
            @Override
            void bind(AbstractBinder binder) {
                binder.bind(new Untouched()).to(ContainerResponseFilter.class);
            }
        };

        abstract void bind(AbstractBinder binder);
    }

    static final class Untouched implements ContainerResponseFilter {
        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            PASSED.incrementAndGet();
        }
    }

    private static final AtomicInteger PASSED = new AtomicInteger();

    @Parameter
    private Way way;

    private final List<OperationListener.Answered> told = new ArrayList<>();
    private JerseyApplication application;
    private Engine engine;

    @BeforeEach
    void start() {
        PASSED.set(0);
        application = new JerseyApplication(CONTRACT, List.of(Act.class), List.of(new AbstractBinder() {
            @Override
            protected void configure() {
                way.bind(this);
                bind(ProblemMapping.of(FileSystemException.class, e -> Problem.ofStatus(410)))
                        .to(ProblemMapping.class);
                bind((OperationListener) told::add).to(OperationListener.class);
            }
        }));
        engine = engine();
    }

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

        @GET
        @Path("/later/{how}")
        @OperationId("actLater")
        CompletionStage<Answer> actLater(@Bound("how") String how);

        @POST
        @Path("/echo/{id}")
        @OperationId("echo")
        default Answer echo(
                @Bound("id") long id,
                @Bound("tag") @Nullable List<String> tags,
                @Bound("limit") int limit,
                @Bound("X-Trace") @Nullable String trace,
                @Nullable Map<String, Object> body) {
            return new Answer(Map.of("all", Arrays.asList(id, tags, limit, trace, body)));
        }

        @GET
        @Path("/lines")
        @OperationId("lines")
        Lines lines();
    }

    static final class Lines extends TypedResponse {
        Lines(Object value) {
            super(200, Payload.of(value, "application/jsonl"));
        }
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
                case "moved" ->
                    throw new RedirectionException(Response.seeOther(URI.create("/elsewhere"))
                            .type("text/html")
                            .entity("<p>secret</p>")
                            .build());
                case "missing" -> throw new NotFoundException("secret");
                case "problem" ->
                    throw new ProblemException(Problem.ofStatus(409).withDetail("Because."));
                case "mapped" -> throw new NoSuchFileException("secret");
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

        /** Completed by another thread, as it would throw or return. */
        @Override
        public CompletionStage<Answer> actLater(String how) {
            if (how.equals("none")) {
                throw new NotFoundException("secret");
            }
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return how.equals("well") ? new Answer(Map.of("later", true)) : act(how);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            });
        }

        @Override
        public Lines lines() {
            return new Lines(Stream.of(Map.of("n", 1), Map.of("n", 2)));
        }

        private static List<Object> withinItself() {
            List<Object> list = new ArrayList<>();
            list.add(list);
            return list;
        }
    }

    private dev.writ.engine.http.Response act(String how) {
        return send("GET", "/act/" + how, Optional.empty(), Headers.none(), "");
    }

    private dev.writ.engine.http.Response send(
            String method, String path, Optional<String> query, Headers headers, String body) {
        return engine.handle(new Request(
                "id",
                "127.0.0.1",
                method,
                URI.create("http://localhost/"),
                path,
                query,
                headers,
                BodySource.of(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static String text(dev.writ.engine.http.Response response) {
        return new String(response.content().bytes(), StandardCharsets.UTF_8);
    }

    @AfterEach
    void jersey_was_there_if_it_was_to_be() {
        assertThat(PASSED.get() > 0).isEqualTo(way == Way.JERSEY);
    }

    @ParameterizedTest
    @CsvSource({
        "act, away, 503, 1",
        "act, missing, 404, 0",
        "act, problem, 409, 0",
        "act, mapped, 410, 0",
        "act, unwritable, 500, 1",
        "act, endless, 500, 1",
        "act, nothing, 500, 1",
        "later, away, 503, 1",
        "later, missing, 404, 0",
        "later, problem, 409, 0",
        "later, mapped, 410, 0",
        "later, unwritable, 500, 1",
        "later, endless, 500, 1",
        "later, nothing, 500, 1",
        "later, none, 404, 0",
    })
    void an_error_is_a_problem_with_an_id_and_one_of_ours_is_in_the_log(
            String when, String how, int status, int logged) {
        dev.writ.engine.http.Response response =
                send("GET", "/" + when + "/" + how, Optional.empty(), Headers.none(), "");
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

    @ParameterizedTest
    @ValueSource(strings = {"act", "later"})
    void fields_that_an_error_or_a_redirection_needs_stay(String when) {
        assertThat(send("GET", "/" + when + "/away", Optional.empty(), Headers.none(), "")
                        .headers()
                        .first("Retry-After"))
                .contains("7");
        dev.writ.engine.http.Response moved = send("GET", "/" + when + "/moved", Optional.empty(), Headers.none(), "");
        assertThat(moved.status()).isEqualTo(303);
        assertThat(moved.headers().first("Location")).contains("/elsewhere");
        assertThat(text(moved)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET, 0", "HEAD, 0"})
    void an_answer_may_come_later(String method, int logged) {
        dev.writ.engine.http.Response response = send(method, "/later/well", Optional.empty(), Headers.none(), "");
        assertThat(response.status()).isEqualTo(200);
        assertThat(text(response)).isEqualTo(method.equals("HEAD") ? "" : "{\"later\":true}");
        assertThat(log.lines()).hasSize(logged);
    }

    @Test
    void a_resource_that_is_made_once_knows_the_request_that_it_carries_out() {
        assertThat(text(act("well"))).isEqualTo("{\"context\":\"act /act/{how} id false\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | {\"all\":[7,null,3,null,null]}",
                "tag=a&tag=b&limit=9 | {\"a\":[1]} | {\"all\":[7,[\"a\",\"b\"],9,null,{\"a\":[1]}]}",
            })
    void arguments_arrive_in_their_places(String query, String body, String expected) {
        Headers headers = body.isEmpty() ? Headers.none() : Headers.of("Content-Type", "application/json");
        assertThat(text(send("POST", "/echo/7", Optional.of(query).filter(q -> !q.isEmpty()), headers, body)))
                .isEqualTo(expected);
    }

    @Test
    void a_header_field_arrives_too() {
        assertThat(text(send("POST", "/echo/7", Optional.empty(), Headers.of("X-Trace", "t"), "")))
                .isEqualTo("{\"all\":[7,null,3,\"t\",null]}");
    }

    @Test
    void items_are_not_put_together() {
        assertThat(send("GET", "/lines", Optional.empty(), Headers.none(), "")
                        .content()
                        .pieces())
                .isPresent();
    }
}
