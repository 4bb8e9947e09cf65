package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopNoticeTest {
    @Test
    void nothing_is_in_the_way_until_the_notice_is_given() throws Exception {
        StopNotice notice = new StopNotice(Duration.ofMillis(50));
        assertThat(notice.obstacle()).isEmpty();
        long start = System.nanoTime();
        notice.give();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        assertThat(notice.obstacle()).contains("The service is about to stop.");
    }
}
