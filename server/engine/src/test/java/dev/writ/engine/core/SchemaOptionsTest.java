package dev.writ.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.schema.Formats;
import dev.writ.engine.schema.HiddenProperties;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What an application chooses about schemas reaches the requests. */
class SchemaOptionsTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /echo:
                post:
                  operationId: echo
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          properties:
                            id: {type: integer, readOnly: true}
                            on: {type: string, format: date}
                            colour: {type: string, format: colour}
                            size: {type: integer, default: 3}
                  responses:
                    '200': {description: ok, content: {application/json: {}}}
            """;

    @Test
    void by_default_formats_hold_and_read_only_properties_are_dropped() {
        assertThat(echo(SchemaOptions.DEFAULT, "{\"id\":1,\"colour\":\"none\"}").text())
                .isEqualTo("{\"colour\":\"none\"}");
        assertThat(echo(SchemaOptions.DEFAULT, "{\"on\":\"today\"}").status()).isEqualTo(400);
    }

    @Test
    void formats_may_be_mere_annotations() {
        SchemaOptions options = SchemaOptions.DEFAULT.withFormats(Formats.ANNOTATE);
        assertThat(echo(options, "{\"on\":\"today\"}").status()).isEqualTo(200);
    }

    @Test
    void formats_of_ones_own_hold_as_well() {
        SchemaOptions options = SchemaOptions.DEFAULT.withFormat(
                "colour", value -> !value.isTextual() || value.asText().equals("red"));
        assertThat(echo(options, "{\"colour\":\"red\"}").status()).isEqualTo(200);
        TestResponse refused = echo(options, "{\"colour\":\"none\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations/0/message").asText()).isEqualTo("colour: must be a valid colour");
    }

    @Test
    void read_only_properties_may_be_refused() {
        SchemaOptions options = SchemaOptions.DEFAULT.withReadOnly(HiddenProperties.REFUSE);
        TestResponse refused = echo(options, "{\"id\":1}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations/0/pointer").asText()).isEqualTo("/id");
    }

    @Test
    void missing_properties_may_get_their_defaults() {
        assertThat(echo(SchemaOptions.DEFAULT.withDefaults(true), "{}").text()).isEqualTo("{\"size\":3}");
    }

    @Test
    void a_check_that_takes_too_many_steps_is_refused() {
        TestResponse refused = echo(SchemaOptions.DEFAULT.withMaxSteps(2), "{\"id\":1,\"size\":1}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations/0/keyword").asText()).isEqualTo("limit");
    }

    private static TestResponse echo(SchemaOptions options, String body) {
        Engine engine = new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("echo", call -> {
                    String json = call.arguments().body().orElseThrow().toString();
                    return new Response(
                            200,
                            Headers.of("Content-Type", "application/json"),
                            Content.of(json.getBytes(StandardCharsets.UTF_8)));
                })
                .settings(Settings.DEFAULT.withSchemaOptions(options))
                .build();
        return TestClient.of(engine)
                .post("/echo")
                .body("application/json", body)
                .send();
    }
}
