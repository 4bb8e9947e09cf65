package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DemoUserWarningTest {

    private final UserStore users = new MapUserStore();
    private final Logger logger = (Logger) LoggerFactory.getLogger(DemoUserWarning.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop_listening() {
        logger.detachAppender(log);
    }

    @Test
    void a_demo_user_is_a_warning_that_names_the_user_but_not_the_password() {
        users.add(new UserEntry("miguel", "hash", false, true));

        new DemoUserWarning(users).log();

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage()).contains("'miguel'").doesNotContain("python");
        });
    }

    @Test
    void there_is_no_warning_where_no_demo_user_can_log_in() {
        users.add(new UserEntry("ada", "hash"));
        users.add(new UserEntry("miguel", "hash", true, true));

        new DemoUserWarning(users).log();

        assertThat(log.list).isEmpty();
    }
}
