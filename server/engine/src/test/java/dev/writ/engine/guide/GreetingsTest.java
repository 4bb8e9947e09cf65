package dev.writ.engine.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import org.junit.jupiter.api.Test;

/** What the guide begins with. */
// snippet: test
class GreetingsTest {
    @Test
    void greets_as_often_as_asked() {
        try (TestClient client = Greetings.service().testClient()) {
            TestResponse response =
                    client.get("/greetings/Rose").query("times", 2).send();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.json().get("text").asText()).isEqualTo("Hello, Hello, Rose");
        }
    }

    @Test
    void refuses_what_the_contract_does_not_allow() {
        try (TestClient client = Greetings.service().testClient()) {
            TestResponse response =
                    client.get("/greetings/Rose").query("times", 9).send();
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.json().at("/violations/0/message").asText()).isEqualTo("times: must be at most 3");
        }
    }
}
// end
