package dev.writ.engine.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.api.ServerSentEvent;
import dev.writ.engine.Writ;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example of the guide that sends events. */
class GuideStreamsTest {
    private static final String CONTRACT = """
            openapi: 3.2.0
            info: {title: Prices, version: '1'}
            paths:
              /prices:
                get:
                  operationId: prices
                  parameters: [{name: Last-Event-ID, in: header, schema: {type: integer, default: 0}}]
                  responses:
                    '200':
                      description: Prices as they change.
                      content:
                        text/event-stream:
                          schema: {type: object, required: [price], properties: {price: {type: number, minimum: 0}}}
                    default: {description: refused}
            """;

    private static Stream<Map<String, Object>> since(int id) {
        return IntStream.range(id, 3).mapToObj(i -> Map.<String, Object>of("id", i + 1, "price", i * 1.5));
    }

    @Test
    void events_are_sent() {
        // snippet: stream
        Writ service = Writ.contract(ContractReader.parse("prices.yaml", CONTRACT))
                .on(
                        "prices",
                        request -> since(request.header("Last-Event-ID").asInt())
                                .map(price -> ServerSentEvent.of(Map.of("price", price.get("price")))
                                        .withId(price.get("id").toString())));
        // end
        try (TestClient client = service.testClient();
                TestResponse response =
                        client.get("/prices").header("Last-Event-ID", "1").send()) {
            Iterator<JsonNode> events = response.items();
            assertThat(events.next().toString()).contains("\"id\":\"2\"");
            assertThat(events.next().toString()).contains("\"id\":\"3\"");
            assertThat(events.hasNext()).isFalse();
        }
    }
}
