package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.service.configuration.ConfigurationOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** How a command ends. */
class CommandsTest {
    private final StringWriter error = new StringWriter();
    private final StringWriter output = new StringWriter();

    @Test
    void help_ends_with_status_0() {
        assertThat(run(() -> 0, "--help")).isZero();
        assertThat(output.toString()).contains("--migrate-only").contains("WRIT_LOG_LEVEL");
        assertThat(error.toString()).isEmpty();
    }

    @Test
    void a_slip_in_an_option_is_told_with_what_was_meant() {
        assertThat(run(() -> 0, "--migrate-onyl")).isEqualTo(2);
        assertThat(error.toString()).isEqualTo("""
                Unknown option: '--migrate-onyl'
                Possible solutions: --migrate-only
                --help lists all options.
                """);
    }

    @Test
    void an_option_twice_is_told() {
        assertThat(run(() -> 0, "--port=1", "--port=2")).isEqualTo(2);
        assertThat(error.toString()).startsWith("option '--port' (N) should be specified only once");
    }

    @Test
    void a_failure_that_the_operator_can_put_right_is_a_word_and_status_2() {
        assertThat(run(
                        () -> {
                            throw new IOException("The port is taken");
                        },
                        "probe"))
                .isEqualTo(2);
        assertThat(error.toString()).isEqualTo("The port is taken\n");
    }

    @Test
    void an_unexpected_failure_is_status_1() {
        assertThat(run(
                        () -> {
                            throw new IllegalStateException("broken");
                        },
                        "probe"))
                .isEqualTo(1);
        assertThat(error.toString()).isEmpty();
    }

    private int run(Callable<Integer> probe, String... args) {
        CommandLine line = Commands.line(new ConfigurationOptions(Map.of()), new Shutdown());
        line.addSubcommand(new Probe(probe));
        return line.setErr(new PrintWriter(error, true))
                .setOut(new PrintWriter(output, true))
                .execute(args);
    }

    @Command(name = "probe")
    private record Probe(Callable<Integer> work) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return work.call();
        }
    }
}
