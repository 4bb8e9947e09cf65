package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.api.OperationId;
import dev.writ.api.TypedResponse;
import dev.writ.api.TypedResponse.Payload;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bodies that a contract declares and the argument of a resource cannot hold. */
class UnreadableBodiesTest {
    @Path("/")
    interface FormApi {
        @POST
        @Path("/forms")
        @OperationId("fill")
        Filled fill(Map<String, Object> body);
    }

    static final class Filled extends TypedResponse {
        Filled() {
            super(204, Payload.none());
        }
    }

    static final class Forms implements FormApi {
        @Override
        public Filled fill(Map<String, Object> body) {
            return new Filled();
        }
    }

    private static Writ forms(String... mediaTypes) {
        StringBuilder content = new StringBuilder();
        for (String mediaType : mediaTypes) {
            content.append("          ").append(mediaType).append(": {schema: {type: object}}\n");
        }
        Contract contract = ContractReader.parse("forms.yaml", """
                openapi: 3.1.0
                info: {title: F, version: '1'}
                paths:
                  /forms:
                    post:
                      operationId: fill
                      requestBody:
                        content:
                %s      responses: {'204': {description: filled}}
                """.formatted(content));
        return Writ.contract(contract).resources(Forms.class);
    }

    @Test
    void nothing_that_could_be_read_keeps_the_service_from_starting() {
        assertThatThrownBy(() -> forms("application/soap+xml", "text/xml").testClient())
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("forms.yaml:9:")
                .hasMessageContaining("forms.yaml:10:")
                .hasMessageContaining("a body of application/soap+xml is handed over as bytes, which the"
                        + " argument of 'fill' in Forms cannot hold: declare a schema {type: string, format: binary}")
                .hasMessageContaining("a body of text/xml");
    }

    @Test
    void beside_one_that_can_be_read_it_is_refused_when_it_comes() {
        TestClient client = forms("application/json", "text/xml").testClient();
        assertThat(client.post("/forms").json(Map.of("a", 1)).send().status()).isEqualTo(204);
        TestResponse refused = client.post("/forms").body("text/xml", "<a/>").send();
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.text()).contains("A body of text/xml is declared, but cannot be read.");
    }
}
