package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnumsTest {
    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() {
        generated = Generated.compiled(folder, Documents.ofSchemas("3.1.0", """
                Odd:
                  type: string
                  enum: ['', '+1', '-1', in-progress, inProgress, '2nd', class, 'a"b', Ünï]
                Priority: {type: integer, enum: [1, 2, 3]}
                Named: {type: string, enum: [a, b], x-enum-varnames: [FIRST, SECOND]}
                Job:
                  type: object
                  required: [state, kind, flag, fixed, version]
                  properties:
                    state: {type: string, enum: [new, done]}
                    kind: {const: job}
                    flag: {type: boolean, const: true}
                    fixed: {type: string, enum: [only]}
                    version: {const: 3}
                    maybe: {type: [string, 'null'], enum: [x, null]}
                    states: {type: array, items: {type: string, enum: [new, done]}}
                    preset: {type: string, enum: [low, high], default: high}
                """));
    }

    @Test
    void any_value_has_a_constant_and_survives() throws JsonProcessingException {
        for (String value :
                new String[] {"", "+1", "-1", "in-progress", "inProgress", "2nd", "class", "a\\\"b", "Ünï"}) {
            assertThat(generated.roundTrip("Odd", "\"" + value + "\"")).isEqualTo("\"" + value + "\"");
        }
        assertThat(generated.source("model.Odd"))
                .contains(
                        "EMPTY(\"\")", "IN_PROGRESS(\"in-progress\")", "IN_PROGRESS2(\"inProgress\")", "_2ND", "CLASS");
    }

    @Test
    void another_value_is_refused() {
        assertThatThrownBy(() -> generated.read("Odd", "\"x\"")).hasMessageContaining("Odd has no value x");
    }

    @Test
    void integers_may_be_listed_too() throws JsonProcessingException {
        assertThat(generated.roundTrip("Priority", "2")).isEqualTo("2");
    }

    @Test
    void constants_may_be_named_by_the_contract() {
        assertThat(generated.source("model.Named")).contains("FIRST(\"a\")", "SECOND(\"b\")");
    }

    @Test
    void inline_enums_are_called_after_their_property() {
        assertThat(generated.source("model.Job"))
                .contains("JobState state", "JobKind kind", "boolean flag", "List<JobStatesItem> states");
    }

    @Test
    void inline_enums_constants_and_defaults_survive() throws JsonProcessingException {
        String json = "{\"state\":\"new\",\"kind\":\"job\",\"flag\":true,\"fixed\":\"only\",\"version\":3,"
                + "\"maybe\":null,\"states\":[\"done\"],\"preset\":\"low\"}";

        assertThat(generated.roundTrip("Job", json)).isEqualTo(json);
        assertThat(generated.read("Job", json.replace(",\"preset\":\"low\"", "")))
                .asString()
                .contains("preset=high");
    }
}
