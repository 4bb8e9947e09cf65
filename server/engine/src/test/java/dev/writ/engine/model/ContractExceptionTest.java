package dev.writ.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContractExceptionTest {
    private static ContractException of(int faults) {
        return new ContractException(IntStream.range(0, faults)
                .mapToObj(i -> Fault.inCode("fault " + i))
                .toList());
    }

    @Test
    void the_message_has_every_fault_a_line_each() {
        assertThat(of(1)).hasMessage("1 fault:\n  fault 0");
        assertThat(of(2)).hasMessage("2 faults:\n  fault 0\n  fault 1");
    }

    @Test
    void a_message_of_many_faults_ends_with_how_many_there_are_more() {
        ContractException many = of(5_000);
        assertThat(String.valueOf(many.getMessage()).lines())
                .hasSize(1_002)
                .startsWith("5000 faults:")
                .endsWith("  and 4000 more");
        assertThat(many.faults()).hasSize(5_000);
    }
}
