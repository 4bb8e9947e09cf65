package dev.writ.engine.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractReaderTest {
    private static final String GOOD = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
                get:
                  operationId: getA
                  security: [{Basic: []}]
                  responses:
                    '200': {description: ok}
            components:
              securitySchemes:
                Basic: {type: http, scheme: basic}
              schemas:
                Id: {type: integer}
            """;

    /** A rule, what of the good document to replace, by what, and the faults: place and message. */
    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(
                        "version", "3.1.0", "3.0.3", "bad.yaml:1:1 (/openapi): OpenAPI 3.1 is supported, not '3.0.3'"),
                arguments("no info", "info:", "x-info:", "bad.yaml:1:1: 'info' is missing"),
                arguments("no title", "title: T, ", "", "bad.yaml:2:1 (/info): 'title' is missing"),
                arguments("no paths", "paths:", "x-paths:", "bad.yaml:1:1: 'paths' is missing"),
                arguments(
                        "no slash", "/a/{id}:", "a/{id}:", "bad.yaml:4:3 (/paths/a~1{id}): a path begins with a slash"),
                arguments(
                        "no operationId",
                        "operationId: getA",
                        "summary: A",
                        "bad.yaml:7:5 (/paths/~1a~1{id}/get): 'operationId' is missing"),
                arguments(
                        "undeclared variable",
                        "/a/{id}:",
                        "/a/{id}/{x}:",
                        "bad.yaml:7:5 (/paths/~1a~1{id}~1{x}/get): the path parameter 'x' is not declared"),
                arguments(
                        "declared, but no variable",
                        "/a/{id}:",
                        "/a/b:",
                        "bad.yaml:7:5 (/paths/~1a~1b/get): the path has no '{id}' for the declared parameter"),
                arguments(
                        "a brace that closes nothing",
                        "/a/{id}:",
                        "/a/{id}}:",
                        "bad.yaml:4:3 (/paths/~1a~1{id}}): braces surround the name of a variable within one segment"),
                arguments(
                        "path parameter not required",
                        "required: true, ",
                        "",
                        "bad.yaml:6:9 (/paths/~1a~1{id}/parameters/0): a path parameter must have 'required: true'"),
                arguments(
                        "reference to nowhere",
                        "schemas/Id'",
                        "schemas/Ip'",
                        "bad.yaml:6:46 (/paths/~1a~1{id}/parameters/0/schema): $ref '#/components/schemas/Ip' leads"
                                + " nowhere"),
                arguments(
                        "reference to itself",
                        "Id: {type: integer}",
                        "Id: {$ref: '#/components/schemas/Id'}",
                        "bad.yaml:16:5 (/components/schemas/Id): the $ref leads round in a circle"),
                arguments(
                        "reference elsewhere",
                        "'#/components/schemas/Id'",
                        "other.yaml",
                        "bad.yaml:6:46 (/paths/~1a~1{id}/parameters/0/schema): $ref 'other.yaml': references to other"
                                + " documents are not supported"),
                arguments(
                        "unknown scheme",
                        "[{Basic: []}]",
                        "[{Basci: []}]",
                        "bad.yaml:9:19 (/paths/~1a~1{id}/get/security/0/Basci): there is no security scheme 'Basci'"),
                arguments(
                        "unsupported scheme",
                        "scheme: basic",
                        "scheme: bearer",
                        "bad.yaml:14:5 (/components/securitySchemes/Basic): security scheme 'Basic': only type http with"
                                + " scheme basic is supported"),
                arguments(
                        "unsupported type",
                        "type: integer",
                        "type: array",
                        "bad.yaml:6:46 (/paths/~1a~1{id}/parameters/0/schema): parameters and headers of this type are not"
                                + " supported"),
                arguments(
                        "no responses",
                        "responses:\n        '200': {description: ok}",
                        "x-none: true",
                        "bad.yaml:7:5 (/paths/~1a~1{id}/get): 'responses' is missing or empty"),
                arguments(
                        "no status",
                        "'200'",
                        "'20'",
                        "bad.yaml:11:9 (/paths/~1a~1{id}/get/responses/20): '20' is no status: 200, 2XX or default are"),
                arguments(
                        "unsupported media type",
                        "{description: ok}",
                        "{description: ok, content: {text/csv: {schema: {}}}}",
                        "bad.yaml:11:44 (/paths/~1a~1{id}/get/responses/200/content/text~1csv): media type 'text/csv': only"
                                + " application/json and +json are supported"),
                arguments(
                        "a base path",
                        "paths:",
                        "servers: [{url: 'https://example.org/v1'}]\npaths:",
                        "bad.yaml:3:12 (/servers/0/url): servers with a base path or variables are not supported"),
                arguments(
                        "a key twice",
                        "components:",
                        "info: {}\ncomponents:",
                        "bad.yaml:12:1 (/info): the key 'info' stands here twice"),
                arguments(
                        "an unknown field",
                        "required: true",
                        "requird: true",
                        "bad.yaml:6:30 (/paths/~1a~1{id}/parameters/0/requird): 'requird' is not a field that is known"
                                + " here"),
                arguments(
                        "a field in another case",
                        "type: integer",
                        "type: integer, maxlength: 3",
                        "bad.yaml:16:25 (/components/schemas/Id/maxlength): 'maxlength' is not a field that is known"
                                + " here; 'maxLength' is meant?"),
                arguments(
                        "a word of OpenAPI 3.0",
                        "type: integer",
                        "type: integer, nullable: true",
                        "bad.yaml:16:25 (/components/schemas/Id/nullable): 'nullable' is not a field that is known here"),
                arguments(
                        "a method that is none",
                        "    get:",
                        "    gett: {}\n    get:",
                        "bad.yaml:7:5 (/paths/~1a~1{id}/gett): 'gett' is not a field that is known here"),
                arguments(
                        "a list that is none",
                        "responses:",
                        "parameters: {name: q}\n      responses:",
                        "bad.yaml:10:7 (/paths/~1a~1{id}/get/parameters): must be an array"),
                arguments(
                        "a parameter without a type of its own",
                        "type: integer",
                        "enum: [1, 2]",
                        "bad.yaml:6:46 (/paths/~1a~1{id}/parameters/0/schema): a parameter or header needs a 'type' of its"
                                + " own; without one it is not supported"),
                arguments(
                        "unsupported style",
                        "required: true",
                        "required: true, style: matrix",
                        "bad.yaml:6:46 (/paths/~1a~1{id}/parameters/0/style): style 'matrix' is not supported here"),
                arguments(
                        "TRACE",
                        "    get:",
                        "    trace: {}\n    get:",
                        "bad.yaml:7:5 (/paths/~1a~1{id}/trace): TRACE operations are not supported"),
                arguments(
                        "a query in a path",
                        "/a/{id}:",
                        "/a/{id}?x:",
                        "bad.yaml:4:3 (/paths/~1a~1{id}?x): a path has neither query nor fragment"),
                arguments(
                        "another dialect",
                        "paths:",
                        "jsonSchemaDialect: https://example.org/mine\npaths:",
                        "bad.yaml:3:1 (/jsonSchemaDialect): schemas in another dialect are not supported"),
                arguments("no YAML", "info: {", "info: [", "bad.yaml:2:30: not YAML: expected ',' or ']', but got }"),
                arguments("empty", GOOD, "", "bad.yaml:1:1: the document is empty"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_broken_rule_is_told_with_its_place(String rule, String good, String bad, String fault) {
        assertThat(GOOD).contains(good);
        assertThat(faults(GOOD.replace(good, bad))).contains(fault);
    }

    @Test
    void equal_paths_and_operation_ids_are_told() {
        String twice = GOOD.replace(
                "components:",
                "  /a/{name}:\n    get: {operationId: getA, parameters: [{name: name, in: path, required: true, schema:"
                        + " {type: string}}], responses: {'200': {description: ok}}}\ncomponents:");
        assertThat(faults(twice))
                .containsExactly(
                        "bad.yaml:12:3 (/paths/~1a~1{name}): cannot be told from the path '/a/{id}'",
                        "bad.yaml:13:11 (/paths/~1a~1{name}/get/operationId): operationId 'getA' is taken by"
                                + " bad.yaml:7:5 (/paths/~1a~1{id}/get)");
    }

    @Test
    void paths_that_mean_the_same_are_told_however_they_are_written() {
        String twice = GOOD.replace(
                "components:",
                "  /%61/{x}: {get: {operationId: b, parameters: [{name: x, in: path, required: true, schema: {type:"
                        + " string}}], responses: {'200': {description: ok}}}}\ncomponents:");
        assertThat(faults(twice)).singleElement().asString().contains("cannot be told from the path '/a/{id}'");
        assertThat(faults(GOOD.replace("/a/{id}:", "/%zz/{id}:")))
                .singleElement()
                .asString()
                .contains("'%zz' is not percent-encoded UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schemas/Id' -> schemas' -> leads to something else than is meant here",
                "#/components/schemas/Id' -> #' -> leads to something else than is meant here",
                "#/components/schemas/Id' -> #/components/securitySchemes/Basic' -> leads to something else",
                "#/components/schemas/Id' -> #/%zz' -> leads nowhere",
                "'#/components/schemas/Id' -> 5 -> '$ref' must be a string",
                "{description: ok} -> {$ref: '#/components/schemas/Id'} -> leads to something else than is meant here",
                "    get: -> "
                        + "    $ref: '#/components/pathItems/P'\n    get: -> 'get' beside a $ref is not supported",
                "      responses: -> "
                        + "      requestBody: {description: x}\n      responses: -> 'content' is missing or empty",
                "'200': {description: ok} -> "
                        + "'200': {description: ok, headers: {x-rate: {shcema: {}}}} -> 'shcema' is not a field",
                "schema: {$ref: '#/components/schemas/Id'} -> "
                        + "schema: {$ref: '#/components/schemas/Id'}, content: {} -> 'content' is not supported here",
            })
    void what_is_not_what_it_is_taken_for_is_told(String change) {
        String[] parts = change.split(" -> ", -1);
        String document =
                GOOD.replace(parts[0], parts[1]).replace("components:\n", "components:\n  pathItems: {P: {}}\n");
        assertThat(GOOD).contains(parts[0]);
        assertThat(faults(document)).anySatisfy(fault -> assertThat(fault).contains(parts[2]));
    }

    @Test
    void extensions_are_nobodys_business() {
        String extended = GOOD.replace("paths:\n", "paths:\n  x-common: text\n  x-list: {servers: [1]}\n")
                .replace("responses:\n", "responses:\n        x-more: {a: 1}\n")
                .replace("Id: {type: integer}", "Id: {type: integer, x-any: {$ref: nowhere}}");
        assertThat(ContractReader.parse("good.yaml", extended).operations()).hasSize(1);
    }

    @Test
    void all_faults_are_told_at_once_in_the_order_of_the_document() {
        List<String> faults = faults(GOOD.replace("title: T, ", "")
                .replace("{Basic: []}", "{Nobody: []}")
                .replace("'200'", "ok"));
        assertThat(faults).hasSize(3);
        assertThat(faults.get(0)).contains(":2:");
        assertThat(faults.get(1)).contains(":9:");
        assertThat(faults.get(2)).contains(":11:");
    }

    @Test
    void a_document_that_grows_without_end_is_a_fault() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(faults(bomb.toString())).singleElement().asString().contains("more than 2000000 nodes");
        assertThat(faults("a: &a [*a]")).singleElement().asString().contains("contains itself");
        assertThat(faults("[".repeat(1000))).isNotEmpty();
        assertThat(faults("[".repeat(50_000))).isNotEmpty();
    }

    @Test
    void only_references_are_followed_and_all_of_them() {
        String data = GOOD.replace(
                "Id: {type: integer}", "Id: {type: integer, enum: [1], default: 1, example: {$ref: nowhere}}");
        assertThat(ContractReader.parse("good.yaml", data).schemas()).hasSize(2);
        String property =
                GOOD.replace("Id: {type: integer}", "Id: {type: integer, properties: {example: {$ref: '#/nowhere'}}}");
        assertThat(faults(property))
                .containsExactly(
                        "bad.yaml:16:38 (/components/schemas/Id/properties/example): $ref '#/nowhere' leads nowhere");
    }

    @Test
    void a_good_document_is_read_whole() {
        Contract contract = ContractReader.parse("good.yaml", GOOD);
        assertThat(contract.title()).isEqualTo("T");
        Operation operation = contract.operation("getA").orElseThrow();
        assertThat(operation.method()).isEqualTo("GET");
        assertThat(operation.parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.name()).isEqualTo("id"));
        assertThat(operation.security().get(0).schemes())
                .singleElement()
                .satisfies(scheme -> assertThat(scheme.name()).isEqualTo("Basic"));
        assertThat(operation.place().location().line()).isEqualTo(7);
    }

    @Test
    void a_document_that_is_nowhere_is_a_fault() {
        assertThat(catchThrowableOfType(ContractException.class, () -> ContractReader.read("no/such.yaml")))
                .hasMessageContaining("no/such.yaml:1:1: cannot be read");
    }

    private static List<String> faults(String text) {
        ContractException exception =
                catchThrowableOfType(ContractException.class, () -> ContractReader.parse("bad.yaml", text));
        assertThat(exception).as("no fault was found").isNotNull();
        return exception.faults().stream().map(Object::toString).toList();
    }
}
