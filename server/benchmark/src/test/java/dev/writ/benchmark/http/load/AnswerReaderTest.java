package dev.writ.benchmark.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    private final AnswerReader reader = new AnswerReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nA: b\r\ncontent-length: 3\r\n\r\n{ }",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{ }\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n"
            })
    void an_answer_is_whole_at_its_last_octet(String answer) {
        byte[] octets = answer.getBytes(StandardCharsets.ISO_8859_1);
        for (int end = 0; end < octets.length; end++) {
            assertThat(reader.isWhole(octets, end)).isFalse();
        }
        assertThat(reader.isWhole(octets, octets.length)).isTrue();
        assertThat(reader.last()).isFalse();
    }

    @Test
    void a_closed_connection_is_seen() {
        byte[] octets = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(reader.isWhole(octets, octets.length)).isTrue();
        assertThat(reader.status()).isEqualTo(400);
        assertThat(reader.last()).isTrue();
    }
}
