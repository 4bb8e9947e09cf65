package dev.writ.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits as an operator writes them. */
class RateLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "*=100/s, *, 100, PT1S, PRINCIPAL",
        "createTask=10/5m, createTask, 10, PT5M, PRINCIPAL",
        "createTask = 10 / 5 m by principal, createTask, 10, PT5M, PRINCIPAL",
        "* = 1000000/1d  by  address, *, 1000000, PT24H, ADDRESS",
        "GET /tasks/{id}=1/1ms, , , ,",
        "get-task.v2=1/1ms, get-task.v2, 1, PT0.001S, PRINCIPAL",
        "a=1/24h, a, 1, PT24H, PRINCIPAL",
    })
    void one_limit(String text, String operation, Integer requests, Duration period, RateLimit.Per per) {
        List<String> faults = new ArrayList<>();
        List<RateLimit> limits = RateLimits.parse(text, faults::add).all();
        if (operation == null) {
            assertThat(faults).hasSize(1);
        } else {
            assertThat(faults).isEmpty();
            assertThat(limits).containsExactly(new RateLimit(operation, requests, period, per));
        }
    }

    @Test
    void several_limits() {
        assertThat(RateLimits.parse("*=100/s by address ,\ta=1/m", fault -> {}))
                .isEqualTo(RateLimits.NONE
                        .withAddress("*", 100, Duration.ofSeconds(1))
                        .with("a", 1, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "*",
                "=1/s",
                "a=/s",
                "a=1",
                "a=1/",
                "a=1/5",
                "a=1/w",
                "a=-1/s",
                "a=1.5/s",
                "a=0/s",
                "a=1000001/s",
                "a=9999999999/s",
                "a=1/0s",
                "a=1/2d",
                "a=1/86400001ms",
                "a=1/999999999d",
                "a=1/s by",
                "a=1/s by user",
                "a=1/sby address",
                "a=1/s b=1/s",
                "a=١/s",
            })
    void what_is_none_is_told_with_its_text(String text) {
        List<String> faults = new ArrayList<>();
        RateLimits.parse(text, faults::add);
        assertThat(faults).isNotEmpty().allSatisfy(fault -> assertThat(fault).startsWith("'"));
    }

    @Test
    void every_fault_is_told() {
        List<String> faults = new ArrayList<>();
        assertThat(RateLimits.parse("a=0/s, b=1/s, c", faults::add).operations())
                .containsExactly("b");
        assertThat(faults).hasSize(2);
    }

    @Test
    void what_is_out_of_bounds_is_refused_in_code_too() {
        assertThatThrownBy(() -> RateLimits.NONE.with("a", 0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RateLimits.NONE.with(" ", 1, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RateLimits.NONE.with("a", 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
