package dev.writ.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.Intake;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    private static final Duration GRACE = ServerTimes.DEFAULT.contentGrace();

    /** By default content may come at 1 KiB/s after ten seconds of grace. */
    @ParameterizedTest
    @CsvSource({
        "0, 9, false",
        "0, 11, true",
        "5000, 14, false",
        "5000, 16, true",
        "100000000, 19, false",
        "100000000, 21, true"
    })
    void what_came_fast_is_no_leave_to_rest_for_long(long bytes, long seconds, boolean over) {
        Deadline deadline = new Deadline();
        deadline.ofContent(ServerTimes.DEFAULT, new Intake(Intake.Kind.SPOOLED, Long.MAX_VALUE));
        deadline.contentCame(bytes);
        assertThat(GRACE).isEqualTo(Duration.ofSeconds(10));
        assertThat(deadline.isOver(
                        System.nanoTime() + Duration.ofSeconds(seconds).toNanos()))
                .isEqualTo(over);
    }
}
