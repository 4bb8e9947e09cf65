package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.api.OperationId;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.handler.OperationResponse;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sequences of items as the arguments and answers of resource methods. */
class StreamedResourcesTest {
    private static final AtomicInteger PULLED = new AtomicInteger();

    record Reading(String name, int value) {}

    @Path("/")
    interface LinesApi {
        @GET
        @Path("/lines")
        @OperationId("lines")
        OperationResponse lines();

        @POST
        @Path("/lines")
        @OperationId("sendLines")
        OperationResponse sendLines(Stream<Reading> body);
    }

    static final class Lines implements LinesApi {
        @Override
        public OperationResponse lines() {
            return OperationResponse.of(
                    200, "application/jsonl", Stream.generate(() -> new Reading("n", PULLED.incrementAndGet())));
        }

        @Override
        public OperationResponse sendLines(Stream<Reading> body) {
            return OperationResponse.text(
                    200, Integer.toString(body.mapToInt(Reading::value).sum()));
        }
    }

    private static TestClient client() {
        return Writ.contract("streams.yaml")
                .unimplemented(Unimplemented.NOT_IMPLEMENTED)
                .resources(Lines.class)
                .testClient();
    }

    @Test
    void a_method_returns_a_stream_that_is_pulled_as_it_is_sent() {
        try (TestClient client = client();
                TestResponse response = client.get("/lines").send()) {
            Iterator<JsonNode> items = response.items();
            assertThat(items.next().get("value").asInt()).isEqualTo(1);
            assertThat(items.next().get("value").asInt()).isEqualTo(2);
            assertThat(PULLED).hasValue(2);
        }
    }

    @Test
    void a_method_takes_a_stream_of_checked_items() {
        try (TestClient client = client()) {
            String item = "{\"name\":\"a\",\"value\":2}\n";
            assertThat(client.post("/lines")
                            .body("application/x-ndjson", item.repeat(3))
                            .send()
                            .text())
                    .isEqualTo("6");
            TestResponse refused = client.post("/lines")
                    .body("application/x-ndjson", item + "{\"name\":1,\"value\":2}\n")
                    .send();
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/violations/0/pointer").asText()).isEqualTo("/1/name");
            assertThat(client.post("/lines")
                            .body("application/x-ndjson", "")
                            .send()
                            .text())
                    .isEqualTo("0");
        }
    }
}
