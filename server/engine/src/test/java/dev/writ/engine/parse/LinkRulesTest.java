package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD;
import static dev.writ.engine.parse.Samples.GOOD_3_0;
import static dev.writ.engine.parse.Samples.warnings;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to operations. */
class LinkRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "operationId: getB | 48 | /operationId | there is no operation 'getB'",
                "operationRef: '#/paths/~1b/get' | 48 | /operationRef | operationRef '#/paths/~1b/get' leads to no operation",
                "operationRef: '#/paths/~1a~1%7Bid%7D' | 48 | /operationRef | operationRef '#/paths/~1a~1%7Bid%7D' leads to no"
                        + " operation",
                "operationRef: '#getA' | 48 | /operationRef | operationRef '#getA' leads to no operation",
                "operationId: getA, operationRef: '#/paths/~1a~1{id}/get' | 44 | `` | only one of 'operationId' and"
                        + " 'operationRef' may be there",
                "description: d | 44 | `` | 'operationId' or 'operationRef' is missing",
            })
    void a_link_that_leads_to_no_operation_is_a_warning(String link, int column, String at, String message) {
        for (String good : new String[] {GOOD, GOOD_3_0}) {
            assertThat(warnings(document(good, link)))
                    .containsExactly("bad.yaml:11:" + column + " (/paths/~1a~1{id}/get/responses/default/links/L" + at
                            + "): " + message);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operationId: getA",
                "operationId: called",
                "operationId: told",
                "operationRef: '#/paths/~1a~1{id}/get'",
                "operationRef: '#/paths/~1a~1%7Bid%7D/get'",
                "operationRef: '#/webhooks/w/post'",
                "operationRef: 'https://example.org/openapi.json#/paths/~1b/get'",
                "operationRef: 'other.yaml#/paths/~1b/get'",
            })
    void any_operation_may_be_linked_and_those_of_others_are_not_looked_at(String link) {
        assertThat(warnings(document(
                        GOOD,
                        link,
                        "      callbacks: {c: {'{$url}': {post: {operationId: called, responses: {default: {description:"
                                + " ok}}}}}}\n",
                        "webhooks: {w: {post: {operationId: told, responses: {default: {description: ok}}}}}\n")))
                .isEmpty();
    }

    @Test
    void a_link_of_the_components_is_told_once_where_it_stands() {
        String used = document(GOOD, "$ref: '#/components/links/L'}, M: {$ref: '#/components/links/L'");
        String components = with(used, "components:\n", "components:\n  links: {L: {operationId: getB}}\n");
        assertThat(warnings(components))
                .containsExactly("bad.yaml:13:15 (/components/links/L/operationId): there is no operation 'getB'");
    }

    @ParameterizedTest
    @CsvSource({"'#/paths/~1c/get',false", "'#/paths/~1d/get',true"})
    void within_another_document_an_operation_only_has_to_be_there(String reference, boolean warned) {
        String other =
                "r: {description: ok, links: {L: {operationRef: '" + reference + "'}}}\npaths: {/c: {get: {}}}\n";
        ContractLoader loader = new ContractLoader()
                .retriever(uri -> uri.getPath().equals("/other.yaml")
                        ? Optional.of(other.getBytes(StandardCharsets.UTF_8))
                        : Optional.empty());
        assertThat(loader.parse("bad.yaml", with(GOOD, "{description: ok}", "{$ref: 'other.yaml#/r'}"))
                        .warnings())
                .extracting(Object::toString)
                .isEqualTo(
                        warned
                                ? List.of("other.yaml:1:34 (/r/links/L/operationRef): operationRef '" + reference
                                        + "' leads to no operation")
                                : List.of());
    }

    private static String document(String good, String link) {
        return with(good, "{description: ok}", "{description: ok, links: {L: {" + link + "}}}");
    }

    private static String document(String good, String link, String operation, String root) {
        return with(document(good, link), "      security:", operation + "      security:") + root;
    }
}
