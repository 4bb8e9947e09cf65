package dev.writ.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"type", "title", "status", "detail", "instance", "violations", "ab", "1ab", "a-b", "a b", ""})
    void an_extension_has_a_name_that_is_free_and_travels_well(String name) {
        assertThatThrownBy(() -> Problem.ofStatus(400).with(name, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'");
    }

    static Stream<Object> foreign() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        return Stream.of(Double.NaN, Float.POSITIVE_INFINITY, Optional.of(1), List.of(new Object()), 'c', endless);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void an_extension_is_what_json_has(Object value) {
        assertThatThrownBy(() -> Problem.ofStatus(400).with("abc", value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void extensions_keep_their_order_and_cannot_be_changed_afterwards() {
        List<Object> list = new ArrayList<>(List.of(1));
        Problem problem = Problem.ofStatus(400)
                .with("zzz", list)
                .with("aaa", Map.of("k", new BigDecimal("1e500")))
                .with("mmm", true);
        list.add(2);
        assertThat(problem.extensions().keySet()).containsExactly("zzz", "aaa", "mmm");
        assertThat(problem.extensions().get("zzz")).isEqualTo(List.of(1));
    }

    @Test
    void a_type_is_an_error_with_a_uri() {
        assertThatThrownBy(() -> new ProblemType(200, "/p", "Fine", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("200");
        assertThatThrownBy(() -> new ProblemType(409, "/a b", "Space", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ProblemType(409, "//example.org/p", "Elsewhere", "").isLocal())
                .isFalse();
    }

    @Test
    void each_status_of_the_engine_has_one_type_with_a_uri_of_its_own() {
        assertThat(ProblemType.STANDARD).extracting(ProblemType::uri).doesNotHaveDuplicates();
        assertThat(ProblemType.STANDARD)
                .extracting(ProblemType::status)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(Problem.ofStatus(418).type()).isEqualTo("about:blank");
    }
}
