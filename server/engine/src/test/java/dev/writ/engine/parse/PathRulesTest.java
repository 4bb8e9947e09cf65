package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD;
import static dev.writ.engine.parse.Samples.GOOD_3_0;
import static dev.writ.engine.parse.Samples.contract;
import static dev.writ.engine.parse.Samples.faults;
import static dev.writ.engine.parse.Samples.warnings;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.writ.engine.model.Operation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Paths and operations. */
class PathRulesTest {
    static Stream<Arguments> faulty() {
        return Stream.of(
                arguments("/a/{id}:", "a/{id}:", "bad.yaml:4:3 (/paths/a~1{id}): a path begins with a slash"),
                arguments(
                        "/a/{id}:",
                        "/a/{id:",
                        "bad.yaml:4:3 (/paths/~1a~1{id): braces surround the name of a variable within one segment"),
                arguments(
                        "/a/{id}:",
                        "/a/{id}{b}:",
                        "bad.yaml:4:3 (/paths/~1a~1{id}{b}): two variables with nothing between them: where the first one"
                                + " ends cannot be told"),
                arguments(
                        "/a/{id}:",
                        "/a/{i/d}:",
                        "bad.yaml:4:3 (/paths/~1a~1{i~1d}): braces surround the name of a variable within one segment"),
                arguments(
                        "/a/{id}:",
                        "/%zz/{id}:",
                        "bad.yaml:4:3 (/paths/~1%zz~1{id}): '%zz' is not percent-encoded UTF-8"),
                arguments(
                        "/a/{id}:",
                        "/a/{id}/{id}:",
                        "bad.yaml:4:3 (/paths/~1a~1{id}~1{id}): the path has a variable twice"),
                arguments(
                        "/a/{id}:",
                        "/a/{id}/{x}:",
                        "bad.yaml:7:5 (/paths/~1a~1{id}~1{x}/get): the path parameter 'x' is not declared"),
                arguments(
                        "/a/{id}:",
                        "/a/b:",
                        "bad.yaml:7:5 (/paths/~1a~1b/get): the path has no '{id}' for the declared parameter"),
                arguments(
                        "components:",
                        "  /%61/{x}: {get: {operationId: b, parameters: [{name: x, in: path, required: true, schema: {}}],"
                                + " responses: {default: {description: ok}}}}\ncomponents:",
                        "bad.yaml:12:3 (/paths/~1%61~1{x}): cannot be told from the path '/a/{id}'"),
                arguments(
                        "components:",
                        "  /b:\n    get: {operationId: getA, responses: {default: {description: ok}}}\ncomponents:",
                        "bad.yaml:13:11 (/paths/~1b/get/operationId): operationId 'getA' is taken by"
                                + " bad.yaml:7:5 (/paths/~1a~1{id}/get)"),
                arguments(
                        "    get:",
                        "    $ref: '#/components/pathItems/P'\n    get:",
                        "bad.yaml:4:3 (/paths/~1a~1{id}): 'get' stands beside the $ref and where it leads: which one holds"
                                + " is not defined"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faulty")
    void what_is_ambiguous_or_leads_nowhere_is_a_fault(String good, String bad, String fault) {
        String items = "components:\n  pathItems: {P: {get: {responses: {default: {description: ok}}}}}\n";
        assertThat(faults(with(GOOD, good, bad).replace("components:\n", items)))
                .contains(fault);
    }

    static Stream<Arguments> doubtful() {
        return Stream.of(
                arguments(
                        "operationId: getA",
                        "summary: A",
                        "bad.yaml:7:5 (/paths/~1a~1{id}/get): 'operationId' is missing: the operation is called by method"
                                + " and path"),
                arguments(
                        "responses:\n      default: {description: ok}".replace("      default", "        default"),
                        "x-none: true",
                        "bad.yaml:7:5 (/paths/~1a~1{id}/get): no responses are declared: every answer is outside of the"
                                + " contract"),
                arguments(
                        "    get:",
                        "    trace: {operationId: t, responses: {default: {description: ok}}}\n    get:",
                        "bad.yaml:7:5 (/paths/~1a~1{id}/trace): TRACE is not served"),
                arguments(
                        "components:",
                        "  /b#c: {get: {operationId: c, responses: {default: {description: ok}}}}\ncomponents:",
                        "bad.yaml:12:3 (/paths/~1b#c): a path has neither query nor fragment: requests reach it by %3F and"
                                + " %23 alone"),
                arguments(
                        "default: {description: ok}",
                        "2xx: {description: ok}\n        default: {description: ok}",
                        "bad.yaml:11:9 (/paths/~1a~1{id}/get/responses/2xx): '2XX' is how it is written"),
                arguments(
                        "default: {description: ok}",
                        "'200': {description: ok}",
                        "bad.yaml:3:1 (/paths): the engine answers by itself what operations do not declare: 400 (getA);"
                                + " 401 (getA)"),
                arguments(
                        "security: [{Basic: []}]\n      responses:\n        default: {description: ok}",
                        """
                        security: [{Basic: [admin]}]
                              responses:
                                '400': {description: bad}
                                '401': {description: who}
                                2XX: {description: ok, content: {text/plain: {}, text/html: {}}}""",
                        "bad.yaml:3:1 (/paths): the engine answers by itself what operations do not declare: 403 (getA);"
                                + " 406 (getA)"),
                arguments(
                        "security: [{Basic: []}]\n      responses:\n        default: {description: ok}",
                        """
                        security: [{Basic: []}, {Basic: [admin]}]
                              responses:
                                '400': {description: bad}
                                '200': {description: ok, content: {text/plain: {}}}""",
                        "bad.yaml:3:1 (/paths): the engine answers by itself what operations do not declare: 401 (getA);"
                                + " 403 (getA)"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("doubtful")
    void what_is_merely_wrong_is_a_warning(String good, String bad, String warning) {
        assertThat(warnings(with(GOOD, good, bad))).contains(warning);
    }

    @ParameterizedTest
    @CsvSource({
        "/x/{a}-{b}, /x/{a}_{b}, true",
        "/x/{a}-{b}/p, /x/{a}_{b}/{c}, true",
        "/x/a{b}, /x/{c}b, true",
        "/x/{a}-{b}/p, /x/{a}_{b}/q, false",
        "/x/{a}-{b}, /y/{a}_{b}, false",
        "/x/{a}-{b}, /x/{a}--{b}, false",
        "/x/{a}.json, /x/{a}.html, false",
        "/x/{a}.json, /x/{a}.{b}, false",
        "/x/{a}, /x/{a}.json, false",
    })
    void paths_of_which_neither_is_more_specific_are_warned_of(String one, String other, boolean warned) {
        String paths = GOOD.substring(0, GOOD.indexOf("  /a/")) + path(one) + path(other);
        String warning = "(/paths/" + other.replace("/", "~1") + "): a path may be of this form and of '" + one
                + "', and neither of them is more specific: the first in alphabetical order is taken";
        assertThat(warnings(paths).stream().anyMatch(told -> told.endsWith(warning)))
                .isEqualTo(warned);
    }

    private static String path(String template) {
        StringBuilder parameters = new StringBuilder();
        Pattern.compile("\\{(.)}")
                .matcher(template)
                .results()
                .forEach(variable -> parameters
                        .append("{name: ")
                        .append(variable.group(1))
                        .append(", in: path, required: true, schema: {}}, "));
        return "  \"" + template + "\": {get: {parameters: [" + parameters
                + "], responses: {default: {description: ok}}}}\n";
    }

    @Test
    void operations_without_an_id_are_called_by_method_and_path_and_warned_of_once() {
        String two = with(GOOD, "operationId: getA", "summary: A")
                .replace("components:", "  /b: {get: {responses: {default: {description: ok}}}}\ncomponents:");
        assertThat(contract(two).operations().stream().map(Operation::operationId))
                .containsExactly("GET /a/{id}", "GET /b");
        assertThat(warnings(two)).singleElement().asString().endsWith("(and 1 more)");
    }

    @Test
    void trace_is_left_out_and_a_path_with_a_question_mark_is_not() {
        String more = GOOD.replace(
                "components:",
                "  /b?c: {get: {operationId: c, responses: {default: {description: ok}}}}\n"
                        + "  /d: {trace: {operationId: d, responses: {default: {description: ok}}}}\ncomponents:");
        assertThat(contract(more).operations().stream().map(Operation::operationId))
                .containsExactly("getA", "c");
    }

    @Test
    void a_path_item_is_read_together_with_what_its_reference_leads_to() {
        String merged = with(GOOD, "    get:\n", "    $ref: '#/components/pathItems/P'\n    get:\n")
                .replace(
                        "components:",
                        "components:\n  pathItems:\n    P: {delete: {operationId: d, responses: {default: {description:"
                                + " ok}}}}");
        assertThat(contract(merged).operations())
                .extracting(Operation::operationId)
                .containsExactly("getA", "d");
        assertThat(contract(merged).operation("d").orElseThrow().parameters()).hasSize(1);
    }

    @Test
    void the_parameters_of_an_operation_win_over_those_of_its_path() {
        String own = with(
                GOOD,
                "operationId: getA",
                "operationId: getA\n      parameters: [{name: id, in: path, required: true, style: label, schema: {}}]");
        assertThat(contract(own).operations().get(0).parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.place().pointer()).contains("/get/parameters/0"));
    }

    @Test
    void content_of_requests_that_give_it_no_meaning_is_kept_in_3_1_and_ignored_in_3_0() {
        String body = "operationId: getA\n      requestBody: {content: {application/json: {}}}";
        String in31 = with(GOOD, "operationId: getA", body);
        String in30 = with(GOOD_3_0, "operationId: getA", body);
        assertThat(contract(in31).operations().get(0).requestBody()).isPresent();
        assertThat(contract(in30).operations().get(0).requestBody()).isEmpty();
        assertThat(warnings(in31)).singleElement().asString().contains("no meaning in HTTP");
        assertThat(warnings(in30)).singleElement().asString().contains("OpenAPI 3.0 has it ignored");
    }

    @Test
    void faults_of_one_path_do_not_hide_those_of_another() {
        String two = with(GOOD, "/a/{id}:", "/a/b:").replace("components:", "  c: {}\ncomponents:");
        List<String> faults = faults(two);
        assertThat(faults).hasSize(2);
    }
}
