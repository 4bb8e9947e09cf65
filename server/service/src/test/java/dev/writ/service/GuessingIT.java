package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.service.Client.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody guesses miguel's password, from miguel's own address. */
class GuessingIT {

    @Test
    void guesses_end_in_429_while_miguel_goes_on(@TempDir Path folder) throws Exception {
        try (ServiceProcess service = ServiceProcess.start(folder)) {
            Client miguel = Client.miguel(service.uri());
            assertThat(miguel.get(Client.TASKS).status()).isEqualTo(200);

            for (int i = 0; i < 30; i++) {
                Answer answer = Client.of(service.uri(), "miguel", "guess " + i).get(Client.TASKS);
                if (i < 20) {
                    assertThat(answer.status()).as("guess %d", i).isEqualTo(401);
                } else {
                    assertTooManyRequests(answer);
                }
                assertThat(miguel.get(Client.TASKS).status()).isEqualTo(200);
            }
        }
    }

    private static void assertTooManyRequests(Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(429);
        assertThat(answer.json().get("title").asText()).isEqualTo("Too Many Requests");
    }
}
