package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.service.configuration.LogFormat;
import dev.writ.service.configuration.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMDCAdapter;

/** What is logged, as it leaves the process. */
class LoggingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void capture() {
        context.setMDCAdapter(new BasicMDCAdapter());
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setErr(standardError);
    }

    @Test
    void text_is_readable() {
        assertThat(logged(LogFormat.TEXT, LogLevel.INFO, logger -> logger.info("Grüße")))
                .singleElement()
                .asString()
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  Bell: Grüße");
    }

    @Test
    void text_has_the_id_of_the_request_in_brackets() {
        context.getMDCAdapter().put("requestId", "r-1");
        assertThat(logged(LogFormat.TEXT, LogLevel.INFO, logger -> logger.warn("late")))
                .singleElement()
                .asString()
                .endsWith(" WARN  Bell: [r-1] late");
    }

    @Test
    void json_has_a_field_for_each_thing_and_one_line_for_each_event() throws Exception {
        context.getMDCAdapter().put("requestId", "r-1");
        List<String> lines = logged(
                LogFormat.JSON,
                LogLevel.INFO,
                logger -> logger.atError()
                        .addKeyValue("status", 500)
                        .setCause(new IllegalStateException("broken"))
                        .log("two\n\"lines\""));
        assertThat(lines).hasSize(1);
        JsonNode event = JSON.readTree(lines.get(0));
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "timestamp", "level", "logger", "thread", "message", "stackTrace", "requestId", "status");
        assertThat(event.get("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*(Z|[+-]\\d\\d:\\d\\d)");
        assertThat(event.get("level").asText()).isEqualTo("ERROR");
        assertThat(event.get("logger").asText()).isEqualTo("com.example.Bell");
        assertThat(event.get("message").asText()).isEqualTo("two\n\"lines\"");
        assertThat(event.get("stackTrace").asText())
                .startsWith("java.lang.IllegalStateException: broken\n")
                .contains("LoggingTest");
        assertThat(event.get("requestId").asText()).isEqualTo("r-1");
        assertThat(event.get("status").asInt()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"ERROR, 1", "WARN, 2", "INFO, 3", "DEBUG, 4"})
    void nothing_below_the_level_is_logged(LogLevel level, int events) {
        List<String> lines = logged(LogFormat.TEXT, level, logger -> {
            logger.trace("");
            logger.debug("");
            logger.info("");
            logger.warn("");
            logger.error("");
        });
        assertThat(lines).hasSize(events);
    }

    @Test
    void libraries_tell_their_warnings_unless_the_level_is_above() {
        Consumer<Logger> flyway = logger -> {
            Logger library = context.getLogger("org.flywaydb.core");
            library.info("");
            library.warn("");
        };
        assertThat(logged(LogFormat.TEXT, LogLevel.DEBUG, flyway)).hasSize(1);
        written.reset();
        assertThat(logged(LogFormat.TEXT, LogLevel.ERROR, flyway)).isEmpty();
    }

    @Test
    void the_driver_that_would_tell_passwords_tells_nothing_at_any_level() {
        Consumer<Logger> driver = logger -> {
            context.getLogger("org.postgresql.Driver").debug("Connecting with URL: secret");
            context.getLogger("org.postgresql.ds.common.BaseDataSource").info("secret");
        };
        assertThat(logged(LogFormat.TEXT, LogLevel.DEBUG, driver)).isEmpty();
    }

    @Test
    @Timeout(60)
    void output_that_blocks_holds_nobody_up_and_costs_events_only_when_the_queue_is_full() throws Exception {
        CountDownLatch unblocked = new CountDownLatch(1);
        System.setErr(new PrintStream(new Blocked(unblocked, written), true, StandardCharsets.UTF_8));
        Logging.start(context, LogFormat.TEXT, LogLevel.INFO, ConsoleTarget.SystemErr);
        Logger logger = context.getLogger("com.example.Bell");
        for (int i = 0; i < 20_000; i++) {
            logger.info("{}", i);
        }
        assertThat(written.size()).isZero();
        unblocked.countDown();
        await().until(() -> lines().size() >= 8192);
        context.stop();
        assertThat(lines()).hasSizeLessThan(20_000).first().asString().endsWith(" 0");
    }

    private List<String> logged(LogFormat format, LogLevel level, Consumer<Logger> work) {
        Logging.start(context, format, level, ConsoleTarget.SystemErr);
        work.accept(context.getLogger("com.example.Bell"));
        context.stop();
        return lines();
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** A stream that takes nothing until it is told to. */
    private static final class Blocked extends FilterOutputStream {
        private final CountDownLatch unblocked;

        Blocked(CountDownLatch unblocked, OutputStream target) {
            super(target);
            this.unblocked = unblocked;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                unblocked.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            out.write(bytes, offset, length);
        }
    }
}
