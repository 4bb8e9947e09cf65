package dev.writ.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent ahead is bounded, and reading goes on whenever there is room. */
class InputGateTest {
    private static final int LARGE = 40 * 1024;

    private final Wire wire = new Wire();
    private final ContentBudget budget = new ContentBudget(100 * 1024);
    private final InputGate gate = new InputGate(wire, budget);

    private static final class Wire implements Channel {
        private final List<Boolean> said = new ArrayList<>();

        boolean isRead() {
            return said.isEmpty() || said.get(said.size() - 1);
        }

        @Override
        public String clientAddress() {
            return "127.0.0.1";
        }

        @Override
        public int localPort() {
            return 80;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public void write(ByteBuffer bytes, Runnable sent) {
            throw new IllegalStateException("nothing is sent");
        }

        @Override
        public void reading(boolean wanted) {
            said.add(wanted);
        }

        @Override
        public void finish() {
            throw new IllegalStateException("nothing ends");
        }

        @Override
        public void close() {
            throw new IllegalStateException("nothing ends");
        }
    }

    private boolean come(int count, boolean wanted) {
        byte[] octets = new byte[count];
        gate.add(octets, gate.isFull(octets));
        return gate.settle(wanted);
    }

    @Test
    void little_is_read_ahead_of_an_answer() {
        assertThat(come(1_000, false)).isTrue();
        assertThat(wire.said).isEmpty();
        assertThat(come(5_000, false)).isTrue();
        assertThat(wire.isRead()).isFalse();
        gate.input().skip(6_000);
        assertThat(gate.settle(true)).isTrue();
        assertThat(wire.isRead()).isTrue();
    }

    @Test
    void who_stops_reading_elsewhere_does_not_have_the_last_word() {
        byte[] first = new byte[LARGE];
        byte[] second = new byte[LARGE];
        boolean firstIsFull = gate.isFull(first);
        boolean secondIsFull = gate.isFull(second);
        assertThat(List.of(firstIsFull, secondIsFull)).containsExactly(false, true);
        gate.add(first, false);
        gate.input().skip(LARGE);
        gate.settle(true);
        gate.add(second, true);
        gate.input().skip(LARGE);
        gate.settle(true);
        assertThat(wire.isRead()).isTrue();
    }

    @Test
    void all_connections_share_a_memory() {
        InputGate other = new InputGate(new Wire(), budget);
        byte[] octets = new byte[90 * 1024];
        other.add(octets, other.isFull(octets));
        assertThat(other.settle(false)).isTrue();
        assertThat(come(LARGE, false)).isFalse();
        gate.clear();
        other.clear();
        assertThat(come(LARGE, false)).isTrue();
        assertThat(budget.take(100 * 1024 - LARGE)).isTrue();
        assertThat(budget.take(1)).isFalse();
    }

    @Test
    void a_rest_does_not_keep_what_it_came_with() {
        assertThat(come(LARGE, false)).isTrue();
        gate.input().skip(LARGE - 1);
        gate.settle(false);
        assertThat(budget.take(100 * 1024 - 1)).isTrue();
    }
}
