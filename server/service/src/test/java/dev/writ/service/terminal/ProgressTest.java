package dev.writ.service.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter screen = new StringWriter();
    private long millis;

    private Progress progress(boolean shown) {
        return new Progress(new PrintWriter(screen), shown, () -> TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void a_terminal_shows_the_number_ten_times_a_second_and_an_empty_line_at_the_end() {
        try (Progress progress = progress(true)) {
            progress.accept(12_000);
            progress.accept(12_001);
            millis += 100;
            progress.accept(9);
        }
        assertThat(screen).hasToString("\r12,000 tasks\r9 tasks     \r       \r");
    }

    @Test
    void nothing_else_shows_anything() {
        try (Progress progress = progress(false)) {
            progress.accept(1);
        }
        assertThat(screen).hasToString("");
    }
}
