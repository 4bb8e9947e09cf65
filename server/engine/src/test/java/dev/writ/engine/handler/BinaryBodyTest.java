package dev.writ.engine.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BinaryBodyTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /files:
                post:
                  operationId: upload
                  requestBody: {content: {image/*: {}}}
                  responses:
                    '200': {description: ok, content: {text/plain: {schema: {type: string}}}}
            """;

    private final TestClient client = TestClient.of(new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
            .on(
                    "upload",
                    Handlers.of(request -> OperationResponse.text(
                            200,
                            request.contentType().map(MediaType::essence).orElse("nothing") + " "
                                    + HexFormat.of().formatHex(request.bytes()) + " "
                                    + request.body().isPresent())))
            .build());

    @Test
    void a_handler_gets_the_bytes_of_what_is_no_json() {
        TestResponse response = client.post("/files")
                .body("image/png", new byte[] {(byte) 0x89, 'P'})
                .send();
        assertThat(response.text()).isEqualTo("image/png 8950 false");
    }

    @Test
    void where_nothing_was_sent_there_are_none() {
        assertThat(client.post("/files").send().text()).isEqualTo("nothing  false");
    }
}
