package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownTest {
    @Test
    void what_is_open_is_closed_in_reverse_even_if_one_cannot_be() {
        List<String> closed = new ArrayList<>();
        Shutdown shutdown = new Shutdown();
        shutdown.closing(() -> closed.add("database"));
        shutdown.closing(() -> {
            throw new IllegalStateException("stuck");
        });
        shutdown.closing(() -> closed.add("server"));
        shutdown.close();
        assertThat(closed).containsExactly("server", "database");
    }
}
