package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD;
import static dev.writ.engine.parse.Samples.contract;
import static dev.writ.engine.parse.Samples.faults;
import static dev.writ.engine.parse.Samples.warnings;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers say about base paths. */
class ServerRulesTest {
    /** Servers, and the base paths of an operation beneath them; {@code -} is the empty one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | -",
                "[{url: /}] | -",
                "[{url: 'https://example.org'}] | -",
                "[{url: 'https://example.org/'}] | -",
                "[{url: 'https://example.org:8443/v1/'}] | /v1",
                "[{url: '//example.org/v1'}] | /v1",
                "[{url: /v1}] | /v1",
                "[{url: v1/b}] | /v1/b",
                "[{url: ./v1}] | /v1",
                "[{url: ../v1}] | /v1",
                "[{url: .}] | -",
                "[{url: ''}] | -",
                "[{url: /v1}, {url: /v2}, {url: 'http://x/v1'}] | /v1 /v2",
                "[{url: 'https://{host}/{base}', variables: {host: {default: a}, base: {default: v1}}}] | /{base}",
                "[{url: 'https://a/{v}/x', variables: {v: {default: v1, enum: [v1, v2]}}}] | /v1/x /v2/x",
                "[{url: 'https://a{v}', variables: {v: {default: '', enum: ['', /v2]}}}] | - /v2",
                "[{url: '{scheme}://a/v1', variables: {scheme: {default: https, enum: [http, https]}}}] | /v1",
                "[{url: '{root}/v1', variables: {root: {default: 'https://a/b'}}}] | /b/v1",
                "[{url: '{scheme}://a/v1', variables: {scheme: {default: https}}}] | /v1",
            })
    void base_paths_are_what_servers_say(String servers, String paths) {
        String document = with(GOOD, "paths:\n", "servers: " + servers + "\npaths:\n");
        assertThat(contract(document).operations().get(0).basePaths())
                .isEqualTo(Arrays.stream(paths.split(" ", -1))
                        .map(path -> path.equals("-") ? "" : path)
                        .toList());
    }

    @Test
    void the_nearest_servers_win() {
        String all = with(GOOD, "paths:\n", "servers: [{url: /root}]\npaths:\n");
        String path = with(all, "    parameters:\n", "    servers: [{url: /path}]\n    parameters:\n");
        String operation = with(path, "operationId: getA\n", "operationId: getA\n      servers: [{url: /own}]\n");
        assertThat(contract(all).operations().get(0).basePaths()).containsExactly("/root");
        assertThat(contract(path).operations().get(0).basePaths()).containsExactly("/path");
        assertThat(contract(operation).operations().get(0).basePaths()).containsExactly("/own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{description: x}] | bad.yaml:3:11 (/servers/0): 'url' is missing",
                "[{url: 5}] | bad.yaml:3:12 (/servers/0/url): must be a string",
                "[{url: 'https://a/v1?x'}] | bad.yaml:3:12 (/servers/0/url): 'https://a/v1?x' is no URL of a server: braces"
                        + " stand around names, and it has neither query nor fragment",
                "[{url: 'https://a/{v'}] | bad.yaml:3:12 (/servers/0/url): 'https://a/{v' is no URL of a server: braces"
                        + " stand around names, and it has neither query nor fragment",
                "[{url: 'https://a/{v}'}] | bad.yaml:3:12 (/servers/0/url): the variable 'v' is not declared",
                "[{url: 'https://a/{v}', variables: {v: {}}}] | bad.yaml:3:46 (/servers/0/variables/v): 'default' is"
                        + " missing",
                "[{url: 'https://a/{v}', variables: {v: {default: a, enum: []}}}] | bad.yaml:3:62"
                        + " (/servers/0/variables/v/enum): must have a value",
                "{url: /} | bad.yaml:3:1 (/servers): must be an array",
            })
    void what_is_no_server_is_a_fault(String servers, String fault) {
        assertThat(faults(with(GOOD, "paths:\n", "servers: " + servers + "\npaths:\n")))
                .contains(fault);
    }

    @Test
    void a_default_that_is_none_of_the_values_is_a_warning() {
        String servers = "servers: [{url: 'https://a/{v}', variables: {v: {default: c, enum: [a, b]}}}]\npaths:\n";
        assertThat(warnings(with(GOOD, "paths:\n", servers)))
                .containsExactly(
                        "bad.yaml:3:50 (/servers/0/variables/v/default): the default 'c' is not one of the values");
    }

    @Test
    void a_variable_that_the_url_does_not_name_is_a_warning() {
        String servers =
                "servers: [{url: 'https://a/{v}', variables: {v: {default: c}, w: {default: d, enum: []}}}]\npaths:\n";
        assertThat(warnings(with(GOOD, "paths:\n", servers)))
                .containsExactly(
                        "bad.yaml:3:63 (/servers/0/variables/w): the URL has no '{w}' for the declared variable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url: '/{v}' | /url): the variable 'v' is not declared",
                "url: '/{v}', variables: {v: {default: a, enum: []}} | /variables/v/enum): must have a value",
                "url: '/{v}', variables: {v: {default: a, enum: [b]}} | /variables/v/default): the default 'a' is not one of"
                        + " the values",
                "url: /, variables: {v: {default: a}} | /variables/v): the URL has no '{v}' for the declared variable",
            })
    void servers_that_are_not_served_are_looked_at_as_well(String server, String warning) {
        String own = with(GOOD, "operationId: getA\n", "operationId: getA\n      servers: [{url: /own}]\n");
        assertThat(warnings(with(own, "paths:\n", "servers: [{" + server + "}]\npaths:\n")))
                .singleElement()
                .asString()
                .startsWith("bad.yaml:3:")
                .contains("(/servers/0" + warning);
        String link = "{description: ok, links: {L: {operationId: getA, server: {" + server + "}}}}";
        assertThat(warnings(with(GOOD, "{description: ok}", link)))
                .singleElement()
                .asString()
                .startsWith("bad.yaml:11:")
                .contains("/links/L/server" + warning);
    }

    @Test
    void a_million_urls_are_a_fault() {
        String digits = "{default: '0', enum: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']}";
        String servers = "servers: [{url: '/{a}{b}{c}', variables: {a: " + digits + ", b: " + digits + ", c: " + digits
                + "}}]\npaths:\n";
        assertThat(faults(with(GOOD, "paths:\n", servers)))
                .containsExactly("bad.yaml:3:31 (/servers/0/variables): more than 100 URLs");
    }
}
