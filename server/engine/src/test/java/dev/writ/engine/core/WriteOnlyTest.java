package dev.writ.engine.core;

import static dev.writ.engine.core.Requests.get;
import static dev.writ.engine.core.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is write-only never gets out, whatever becomes of answers that are not what the contract declares. */
class WriteOnlyTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
            components:
              schemas:
                A:
                  properties:
                    name: {type: string}
                    secret: {type: string, writeOnly: true}
            """;

    private static String answered(ResponseChecks mode, Response answer) {
        Engine engine = new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("a", call -> answer)
                .settings(Settings.DEFAULT.withResponseChecks(mode))
                .build();
        String first = text(engine.handle(get("/a", Headers.none())));
        // A handler may answer the same object again.
        assertThat(text(engine.handle(get("/a", Headers.none())))).isEqualTo(first);
        return first;
    }

    private static Response of(String json) {
        return Response.of(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(ResponseChecks.class)
    void it_is_taken_out_of_a_valid_answer(ResponseChecks mode) {
        assertThat(answered(mode, of("{\"name\": \"n\", \"secret\": \"s\"}"))).isEqualTo("{\"name\":\"n\"}");
    }

    @ParameterizedTest
    @EnumSource(ResponseChecks.class)
    void it_is_taken_out_of_an_answer_that_was_written_from_a_tree(ResponseChecks mode) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("name", "n").put("secret", "s");
        byte[] bytes = tree.toString().getBytes(StandardCharsets.UTF_8);
        Response answer = Response.of(200, "application/json", bytes).withContent(Content.ofJson(bytes, tree));
        assertThat(answered(mode, answer)).isEqualTo("{\"name\":\"n\"}");
        assertThat(tree.has("secret")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ResponseChecks.class,
            names = {"REPORT", "OFF"})
    void it_is_taken_out_of_an_invalid_answer(ResponseChecks mode) {
        assertThat(answered(mode, of("{\"name\": 1, \"secret\": \"s\"}"))).isEqualTo("{\"name\":1}");
        assertThat(answered(mode, of("{\"name\": 1, \"name\": \"n\", \"secret\": \"s\"}")))
                .isEqualTo("{\"name\":\"n\"}");
    }

    @Test
    void an_answer_without_it_goes_out_as_it_was_written() {
        assertThat(answered(ResponseChecks.REPORT, of("{ \"name\": \"n\" }"))).isEqualTo("{ \"name\": \"n\" }");
    }

    @ParameterizedTest
    @EnumSource(ResponseChecks.class)
    void it_is_taken_out_of_what_somebody_else_answers(ResponseChecks mode) {
        Engine engine = new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("a", call -> Response.of(501))
                .settings(Settings.DEFAULT.withResponseChecks(mode))
                .build();
        Optional<Response> instead = engine.judge(get("/a", Headers.none()))
                .<Optional<Response>>fold(
                        allowed -> allowed.check(of("{\"secret\": \"s\"}")), Optional::of, Optional::empty);
        assertThat(instead.map(Requests::text)).contains("{}");
    }
}
