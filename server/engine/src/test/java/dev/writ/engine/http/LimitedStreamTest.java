package dev.writ.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {
    private static LimitedStream stream(int length, long limit) {
        return new LimitedStream(new ByteArrayInputStream(new byte[length]), limit);
    }

    @Test
    void as_many_bytes_as_allowed_are_read() throws IOException {
        assertThat(stream(5, 5).readAllBytes()).hasSize(5);
        assertThat(stream(0, 0).readAllBytes()).isEmpty();
        assertThat(stream(5, Long.MAX_VALUE).readNBytes(9)).hasSize(5);
    }

    @Test
    void one_more_is_told_however_it_is_read() throws IOException {
        assertThatThrownBy(() -> stream(6, 5).readAllBytes()).isInstanceOf(TooLargeException.class);
        assertThatThrownBy(() -> stream(6, 5).skipNBytes(6)).isInstanceOf(TooLargeException.class);
        LimitedStream single = stream(2, 1);
        assertThat(single.read()).isZero();
        assertThatThrownBy(single::read).isInstanceOf(TooLargeException.class);
    }

    @Test
    void a_source_that_has_too_much_is_empty() throws IOException {
        assertThat(BodySource.of(new byte[5]).read(5))
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(5));
        assertThat(BodySource.of(new byte[6]).read(5)).isEmpty();
    }
}
