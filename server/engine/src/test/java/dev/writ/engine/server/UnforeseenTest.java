package dev.writ.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.Call;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.core.Handler;
import dev.writ.engine.grizzly.GrizzlyServer;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an operation throws has an answer, on whatever thread, and the server goes on. */
class UnforeseenTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a: {get: {operationId: a, responses: {'204': {description: done}}}}
            """;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_error_is_a_500_with_an_id(boolean blocks) throws Exception {
        Handler failing = new Handler() {
            @Override
            public Response handle(Call call) {
                throw new InternalError("secret");
            }

            @Override
            public boolean mayBlock() {
                return blocks;
            }
        };
        try (GrizzlyServer server = GrizzlyServer.start(
                "127.0.0.1",
                0,
                new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                        .on("a", failing)
                        .build(),
                ServerSettings.DEFAULT,
                Duration.ofSeconds(5))) {
            for (int i = 0; i < 3; i++) {
                try (RawClient client = new RawClient(server.port())) {
                    client.send("GET /a HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n");
                    RawClient.Answer answer = client.answer();
                    assertThat(answer.status()).isEqualTo(500);
                    assertThat(answer.body())
                            .contains("\"instance\":\"urn:uuid:")
                            .doesNotContain("secret");
                    assertThat(client.rest()).isEmpty();
                }
            }
        }
    }
}
