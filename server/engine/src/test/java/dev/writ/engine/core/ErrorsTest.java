package dev.writ.engine.core;

import static dev.writ.engine.core.Requests.get;
import static dev.writ.engine.core.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemException;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.spi.ProblemMapping;
import dev.writ.engine.testing.CapturedLog;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What clients and the log are told when something goes wrong. */
class ErrorsTest {
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
    private static final ProblemType SOLD_OUT =
            new ProblemType(409, "/problems/sold-out", "Sold Out", "There is <nothing> left.");

    @RegisterExtension
    private final CapturedLog log = CapturedLog.of(Failures.class);

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

    @Test
    void a_handler_answers_a_problem_of_its_own_type_by_throwing_it() {
        Problem problem = Problem.of(SOLD_OUT, "No tea.")
                .with("left", 0)
                .with("others", List.of(Map.of("name", "coffee", "fresh", true)))
                .withHeader("Retry-After", "5");
        Response response = buy(throwing(new ProblemException(problem)).problemType(SOLD_OUT));
        assertThat(response.status()).isEqualTo(409);
        assertThat(response.headers().first("Retry-After")).contains("5");
        assertThat(text(response))
                .startsWith(
                        "{\"type\":\"/problems/sold-out\",\"title\":\"Sold Out\",\"status\":409,\"detail\":\"No tea.\","
                                + "\"instance\":\"urn:uuid:id\",\"left\":0,\"others\":[{")
                .contains("\"name\":\"coffee\"", "\"fresh\":true");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void a_local_type_has_a_page_and_another_has_none() {
        ProblemType elsewhere = new ProblemType(409, "https://example.org/p", "Elsewhere", "");
        Engine engine = throwing(new IOException())
                .problemType(SOLD_OUT)
                .problemType(elsewhere)
                .build();
        assertThat(text(engine.handle(get("/problems/sold-out", Headers.none()))))
                .contains("409", "Sold Out", "There is &lt;nothing&gt; left.");
        for (ProblemType type : ProblemType.STANDARD) {
            assertThat(text(engine.handle(get(type.uri(), Headers.none())))).contains(type.explanation());
        }
    }

    @Test
    void what_does_not_fit_together_is_a_fault() {
        EngineBuilder builder = throwing(new IOException())
                .problemType(SOLD_OUT)
                .problemType(SOLD_OUT)
                .problemMapping(ProblemMapping.of(IOException.class, e -> Problem.ofStatus(503)))
                .problemMapping(ProblemMapping.of(IOException.class, e -> Problem.ofStatus(502)))
                .problemMapping(ProblemMapping.of(ProblemException.class, e -> Problem.ofStatus(503)));
        assertThatThrownBy(builder::build)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("the problem type /problems/sold-out is there twice")
                .hasMessageContaining("the exception java.io.IOException is mapped to problems twice")
                .hasMessageContaining("the engine itself answers dev.writ.engine.problem.ProblemException");
    }

    static Stream<Arguments> exceptions() {
        return Stream.of(
                Arguments.of(new FileNotFoundException("secret"), 404),
                Arguments.of(new IOException("secret"), 410),
                Arguments.of(new UncheckedIOException(new IOException("secret")), 500),
                Arguments.of(new IllegalArgumentException("secret"), 422),
                Arguments.of(new NumberFormatException("secret"), 422),
                Arguments.of(new NoSuchFileException("secret"), 410));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void an_exception_is_what_the_mapping_of_its_most_specific_class_says(Exception thrown, int status) {
        Response response = buy(throwing(thrown)
                .problemMapping(ProblemMapping.of(IOException.class, e -> Problem.ofStatus(410)))
                .problemMapping(ProblemMapping.of(FileNotFoundException.class, e -> Problem.ofStatus(404)))
                .problemMapping(ProblemMapping.of(IllegalArgumentException.class, e -> Problem.ofStatus(422))));
        assertThat(response.status()).isEqualTo(status);
        assertThat(text(response)).doesNotContain("secret").contains("urn:uuid:id");
        assertThat(log.lines()).hasSize(status == 500 ? 1 : 0);
    }

    static Stream<Handler> failing() {
        return Stream.of(
                call -> {
                    throw new IllegalStateException("secret");
                },
                call -> {
                    throw new ProblemException(Problem.ofStatus(500), new IOException("secret"));
                },
                call -> {
                    throw new NoClassDefFoundError("secret");
                },
                call -> {
                    throw new AssertionError("secret");
                },
                ErrorsTest::deeper,
                ErrorsTest::nothing,
                call -> Response.of(0),
                call -> Response.of(200, "application/json", new byte[] {'[', ']'})
                        .withHeader("X-A", "1\r\nSet-Cookie: secret"),
                call -> Response.of(200, "application/json", new byte[] {'[', ']'})
                        .withHeader("X A", "1"));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Response deeper(Call call) {
        return deeper(call).withHeader("X-A", "1");
    }

    @SuppressWarnings("NullAway")
    private static Response nothing(Call call) {
        return null;
    }

    @ParameterizedTest
    @MethodSource("failing")
    void a_failure_of_ours_tells_the_client_an_id_and_the_log_the_id_and_the_stack(Handler handler) {
        Response response = buy(builder(handler));
        assertThat(response.status()).isEqualTo(500);
        assertThat(text(response))
                .isEqualTo("{\"type\":\"/problems/internal-server-error\",\"title\":\"Internal Server Error\","
                        + "\"status\":500,\"instance\":\"urn:uuid:id\"}");
        assertThat(log.lines()).hasSize(1);
        assertThat(log.lines().get(0).getFormattedMessage()).contains("GET /buy failed in HANDLE [urn:uuid:id]");
        assertThat(log.lines().get(0).getThrowableProxy()).isNotNull();
    }

    @Test
    void a_mapping_that_fails_is_a_failure_with_both_stacks() {
        Response response =
                buy(throwing(new IOException("first")).problemMapping(ProblemMapping.of(IOException.class, e -> {
                    throw new IllegalStateException("second");
                })));
        assertThat(response.status()).isEqualTo(500);
        assertThat(log.lines().get(0).getThrowableProxy().getMessage()).isEqualTo("second");
        assertThat(log.lines().get(0).getThrowableProxy().getSuppressed()[0].getMessage())
                .isEqualTo("first");
    }

    @Test
    void what_the_machine_lacks_is_not_taken_for_a_failure_of_the_handler() {
        OutOfMemoryError error = new OutOfMemoryError("test");
        Engine engine = builder(call -> {
                    throw error;
                })
                .build();
        assertThatThrownBy(() -> engine.handle(get("/buy", Headers.none()))).isSameAs(error);
    }
}
