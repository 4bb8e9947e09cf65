package dev.writ.service.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTagTest {
    @ParameterizedTest
    @CsvSource({
        "'\"3\"', '[3]'",
        "'\"3\", \"4\"', '[3, 4]'",
        "'W/\"3\"', '[]'",
        "'\"03\", \"0\"', '[]'",
        "'\"abc\", \"5\"', '[5]'",
        "'\"99999999999999999999\"', '[]'",
        "*, any",
    })
    void a_condition_names_the_versions_that_it_takes(String ifMatch, String versions) {
        assertThat(describe(VersionTag.precondition(ifMatch))).isEqualTo(versions);
    }

    @Test
    void no_condition_takes_any_version() {
        assertThat(describe(VersionTag.precondition(null))).isEqualTo("any");
    }

    @Test
    void a_tag_is_quoted() {
        assertThat(VersionTag.of(new TaskEntry(1, "a", "", false, 7))).isEqualTo("\"7\"");
    }

    private static String describe(Precondition precondition) {
        return precondition.fold(
                () -> "any",
                (Set<Long> versions) -> versions.stream().sorted().toList().toString());
    }
}
