package dev.writ.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.writ.engine.load.OpenLoop.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * More requests than can be carried out, for a while and then no more: those that can be are, in time, as if the others were not
 * there. Speed is asserted with the profile {@code soak} alone.
 */
@Timeout(300)
class OverloadTest {
    private static final boolean FULL = Boolean.getBoolean("writ.soak");
    private static final Duration RAMP = Duration.ofMillis(FULL ? 4_000 : 200);
    private static final Duration STORM = Duration.ofMillis(FULL ? 20_000 : 1_000);
    private static final Duration AFTER = Duration.ofMillis(FULL ? 7_000 : 500);
    private static final Duration RECOVERY = Duration.ofSeconds(5);
    /** Who has waited as long is gone: an answer that comes later is none. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Workers, places to wait, milliseconds that each request waits. */
    static Stream<Arguments> servers() {
        return FULL
                ? Stream.of(arguments(16, 1024, 10), arguments(4, 1024, 20), arguments(8, 1024, 100))
                : Stream.of(arguments(4, 1024, 20));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void three_times_the_load_costs_those_that_are_answered_next_to_nothing(int workers, int waiting, int millis)
            throws Exception {
        double capacity = workers * 1000.0 / millis;
        try (ServerProcess server = ServerProcess.start(0, workers, waiting);
                OpenLoop clients = new OpenLoop(server.port(), "/wait?millis=" + millis)) {
            clients.run(capacity / 2, RAMP, PATIENCE);
            double peak = 0;
            for (double share : new double[] {0.7, 0.8, 0.9, 1.0, 1.1}) {
                double goodput = goodput(clients.run(share * capacity, RAMP, PATIENCE), RAMP);
                System.out.printf("%d offered, %d in time%n", Math.round(share * capacity), Math.round(goodput));
                peak = Math.max(peak, goodput);
            }
            List<Answer> storm = clients.run(3 * capacity, STORM, PATIENCE);
            double goodput = goodput(storm, STORM);
            System.out.printf(
                    "%d workers, %d ms: %d offered, %d in time, p99 %d ms; %d refused, p50 %d ms, p99 %d ms; %d without answer%n",
                    workers,
                    millis,
                    Math.round(3 * capacity),
                    Math.round(goodput),
                    percentile(storm, 204, 99),
                    count(storm, 503),
                    percentile(storm, 503, 50),
                    percentile(storm, 503, 99),
                    count(storm, 0));
            long end = storm.stream().mapToLong(Answer::due).max().orElseThrow();
            List<Answer> after = clients.run(capacity / 2, AFTER, PATIENCE);
            long recovered = recovered(after, millis, end);
            System.out.printf("normal again after %d ms%n", recovered);
            assertThat(count(storm, 204)).isPositive();
            assertThat(count(after, 204)).isPositive();
            assertThat(storm.stream().filter(answer -> answer.status() == 503)).allMatch(Answer::retryAfter);
            if (FULL) {
                assertThat(goodput).isGreaterThan(0.9 * peak);
                assertThat(recovered).isLessThan(RECOVERY.toMillis());
            }
        }
    }

    /** Answers in time per second, among those that came while there was load. */
    private static double goodput(List<Answer> answers, Duration length) {
        long first = answers.stream().mapToLong(Answer::due).min().orElseThrow();
        return answers.stream()
                        .filter(answer -> answer.status() == 204
                                && answer.nanos() < PATIENCE.toNanos()
                                && answer.due() + answer.nanos() - first < length.toNanos())
                        .count()
                / (length.toNanos() / 1e9);
    }

    private static long count(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    private static long percentile(List<Answer> answers, int status, int percent) {
        long[] sorted = answers.stream()
                .filter(answer -> answer.status() == status)
                .mapToLong(Answer::nanos)
                .sorted()
                .toArray();
        return sorted.length == 0 ? -1 : TimeUnit.NANOSECONDS.toMillis(sorted[sorted.length * percent / 100]);
    }

    /** Milliseconds from {@code end} until that of the last half of a second in which not nine in ten were answered as fast as if alone. */
    private static long recovered(List<Answer> answers, int millis, long end) {
        long first = answers.stream().mapToLong(Answer::due).min().orElseThrow();
        long pause = TimeUnit.NANOSECONDS.toMillis(first - end);
        long normal = TimeUnit.MILLISECONDS.toNanos(3L * millis + 50);
        Map<Long, List<Answer>> halves = answers.stream()
                .collect(Collectors.groupingBy(answer -> TimeUnit.NANOSECONDS.toMillis(answer.due() - first) / 500));
        return halves.entrySet().stream()
                .filter(half -> half.getValue().stream()
                                .filter(answer -> answer.status() == 204 && answer.nanos() < normal)
                                .count()
                        < 0.9 * half.getValue().size())
                .mapToLong(half -> pause + (half.getKey() + 1) * 500)
                .max()
                .orElse(pause);
    }
}
