package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD;
import static dev.writ.engine.parse.Samples.contract;
import static dev.writ.engine.parse.Samples.faults;
import static dev.writ.engine.parse.Samples.warnings;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.In;
import dev.writ.engine.model.SecurityRequirement;
import dev.writ.engine.model.SecurityScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Security schemes and requirements. */
class SecurityRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scheme: basic | ): 'type' is missing",
                "type: http | ): 'scheme' is missing",
                "type: basic | /type): 'basic' is not http, apiKey, oauth2, openIdConnect or mutualTLS",
                "type: apiKey, in: header | ): 'name' is missing",
                "type: apiKey, name: k | ): 'in' is missing",
                "type: apiKey, name: k, in: path | /in): 'path' is not query, header or cookie",
                "type: apiKey, name: k, in: 5 | /in): must be a string",
            })
    void a_scheme_that_cannot_be_enforced_is_a_fault(String scheme, String fault) {
        assertThat(faults(document(scheme)))
                .anySatisfy(told -> assertThat(told)
                        .startsWith("bad.yaml:14:")
                        .contains("(/components/securitySchemes/Basic" + fault));
    }

    @Test
    void a_requirement_of_a_scheme_that_is_not_there_is_a_fault() {
        assertThat(faults(with(GOOD, "[{Basic: []}]", "[{Basci: []}]")))
                .containsExactly(
                        "bad.yaml:9:19 (/paths/~1a~1{id}/get/security/0/Basci): there is no security scheme 'Basci'");
        assertThat(faults(with(GOOD, "paths:", "security: [{x-no: []}]\npaths:")
                        .replace("      security: [{Basic: []}]\n", "")))
                .containsExactly("bad.yaml:3:13 (/security/0/x-no): there is no security scheme 'x-no'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: oauth2 | ): 'flows' is missing",
                "type: openIdConnect | ): 'openIdConnectUrl' is missing",
                "type: oauth2, flows: {implicit: {authorizationUrl: /a}} | /flows/implicit): 'scopes' is missing",
            })
    void what_only_clients_need_may_be_missing_with_a_warning(String scheme, String warning) {
        assertThat(warnings(document(scheme)))
                .singleElement()
                .asString()
                .startsWith("bad.yaml:14:")
                .endsWith("(/components/securitySchemes/Basic" + warning);
    }

    @Test
    void a_scheme_that_nothing_uses_is_a_warning() {
        assertThat(warnings(with(GOOD, "[{Basic: []}]", "[]")))
                .containsExactly("bad.yaml:13:3 (/components/securitySchemes): nothing uses Basic");
    }

    @Test
    void every_kind_of_scheme_is_read() {
        assertThat(kind("type: http, scheme: Basic")).isEqualTo("http basic");
        assertThat(kind("type: http, scheme: Digest")).isEqualTo("http digest");
        assertThat(kind("type: http, scheme: Bearer")).isEqualTo("bearer http");
        assertThat(kind("type: oauth2, flows: {}")).isEqualTo("bearer oauth2");
        assertThat(kind("type: openIdConnect, openIdConnectUrl: /a")).isEqualTo("bearer openIdConnect");
        assertThat(kind("type: apiKey, in: header, name: X-Key")).isEqualTo("key HEADER X-Key");
        assertThat(kind("type: apiKey, in: cookie, name: c")).isEqualTo("key COOKIE c");
        assertThat(kind("type: mutualTLS")).isEqualTo("certificate");
    }

    @Test
    void requirements_are_alternatives_of_schemes_with_scopes() {
        String two = with(GOOD, "[{Basic: []}]", "[{Basic: [a, b], Other: []}, {}]")
                .replace("securitySchemes:\n", "securitySchemes:\n    Other: {type: apiKey, in: query, name: k}\n");
        List<SecurityRequirement> security = contract(two).operations().get(0).security();
        assertThat(security).hasSize(2);
        assertThat(security.get(0).uses().get(0).scopes()).containsExactly("a", "b");
        assertThat(security.get(0).uses().get(1).scheme())
                .isInstanceOfSatisfying(
                        SecurityScheme.ApiKey.class, key -> assertThat(key.in()).isEqualTo(In.QUERY));
        assertThat(security.get(1).uses()).isEmpty();
    }

    @Test
    void an_operation_takes_the_security_of_the_document_unless_it_has_its_own() {
        String everywhere = with(GOOD, "paths:", "security: [{Basic: []}]\npaths:");
        assertThat(schemes(everywhere.replace("      security: [{Basic: []}]\n", "")))
                .hasSize(1);
        assertThat(schemes(everywhere.replace("      security: [{Basic: []}]", "      security: []")))
                .isEmpty();
    }

    private static List<SecurityScheme> schemes(String document) {
        return contract(document).operations().get(0).security().stream()
                .flatMap(requirement -> requirement.schemes().stream())
                .toList();
    }

    private static String kind(String scheme) {
        Contract contract = contract(document(scheme));
        return contract.securitySchemes()
                .values()
                .iterator()
                .next()
                .fold(
                        http -> "http " + http.scheme(),
                        key -> "key " + key.in() + " " + key.key(),
                        bearer -> "bearer " + bearer.type(),
                        tls -> "certificate");
    }

    private static String document(String scheme) {
        return with(GOOD, "Basic: {type: http, scheme: basic}", "Basic: {" + scheme + "}");
    }
}
