package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.writ.service.configuration.ConfigurationOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
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
    void an_unexpected_failure_is_a_stack_trace_in_the_log_and_status_1() {
        Logger log = (Logger) LoggerFactory.getLogger(Commands.class);
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        events.start();
        log.addAppender(events);
        log.setAdditive(false);
        try {
            Callable<Integer> broken = () -> {
                throw new IllegalStateException("broken");
            };
            assertThat(run(broken, "probe")).isEqualTo(1);
        } finally {
            log.setAdditive(true);
            log.detachAppender(events);
        }
        assertThat(events.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("broken");
        });
        assertThat(error.toString()).isEmpty();
    }

    @Test
    void only_the_option_that_names_the_file_can_stand_before_another_command() {
        assertThat(run(() -> 0, "--config=file", "probe")).isZero();
        assertThat(run(() -> 0, "--port=1", "probe")).isEqualTo(2);
        assertThat(error.toString()).isEqualTo("""
                --port is no option of this command
                --help lists all options.
                """);
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
