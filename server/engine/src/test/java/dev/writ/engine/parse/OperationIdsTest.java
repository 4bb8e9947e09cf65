package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD;
import static dev.writ.engine.parse.Samples.faults;
import static dev.writ.engine.parse.Samples.warnings;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An {@code operationId} that stands twice. */
class OperationIdsTest {
    private static final String ANSWER = "responses: {default: {description: ok}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "getA | x | bad.yaml:9:41 (/paths/~1a~1{id}/get/callbacks/c/{$url}/post/operationId): operationId 'getA' is"
                        + " taken by bad.yaml:7:5 (/paths/~1a~1{id}/get)",
                "x | getA | bad.yaml:18:23 (/webhooks/w/post/operationId): operationId 'getA' is taken by bad.yaml:7:5"
                        + " (/paths/~1a~1{id}/get)",
                "x | x | bad.yaml:18:23 (/webhooks/w/post/operationId): operationId 'x' is taken by bad.yaml:9:34"
                        + " (/paths/~1a~1{id}/get/callbacks/c/{$url}/post)",
            })
    void an_id_that_a_callback_or_a_webhook_repeats_is_a_warning(String callback, String webhook, String warning) {
        assertThat(warnings(document(callback, webhook))).containsExactly(warning);
    }

    @Test
    void an_operation_that_is_reached_in_two_ways_does_not_repeat_its_id() {
        String shared = with(
                GOOD,
                "components:\n",
                "  /b: {$ref: '#/components/pathItems/P'}\n"
                        + "webhooks: {w: {$ref: '#/components/pathItems/P'}}\n"
                        + "components:\n  pathItems: {P: {post: {operationId: p, " + ANSWER + "}}}\n");
        assertThat(warnings(shared)).isEmpty();
        assertThat(warnings(document("", ""))).isEmpty();
    }

    @Test
    void what_two_served_operations_share_is_told_once_however_strict() {
        String twice = with(GOOD, "components:\n", "  /b: {get: {operationId: getA, " + ANSWER + "}}\ncomponents:\n");
        assertThat(faults(twice)).hasSize(1);
        assertThatThrownBy(() -> new ContractLoader().strict().parse("bad.yaml", twice))
                .hasMessageContaining("1 fault")
                .hasMessageContaining("operationId 'getA' is taken by");
    }

    private static String document(String callback, String webhook) {
        String post = "{post: {operationId: '%s', " + ANSWER + "}}";
        return with(
                        GOOD,
                        "      security:",
                        "      callbacks: {c: {'{$url}': " + post.formatted(callback) + "}}\n      security:")
                + "webhooks: {w: " + post.formatted(webhook) + "}\n";
    }
}
