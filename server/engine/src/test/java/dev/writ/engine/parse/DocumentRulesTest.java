package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD;
import static dev.writ.engine.parse.Samples.GOOD_3_0;
import static dev.writ.engine.parse.Samples.faults;
import static dev.writ.engine.parse.Samples.warnings;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.SourceLocation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fields of the objects of OpenAPI: which there are, what stands in them, which may be missing. */
class DocumentRulesTest {
    /** What of the good document to replace, by what, and the fault. */
    static Stream<Arguments> faulty() {
        return Stream.of(
                arguments(
                        "3.1.0",
                        "3.3.0",
                        "bad.yaml:1:1 (/openapi): OpenAPI 3.0, 3.1 and 3.2 are supported, such as 3.1.0, not '3.3.0'"),
                arguments(
                        "openapi: 3.1.0",
                        "swagger: '1.2'",
                        "bad.yaml:1:1 (/swagger): Swagger is supported in the version 2.0, not '1.2'"),
                arguments(
                        "openapi: 3.1.0",
                        "openapi: 3.1.0\nswagger: '2.0'",
                        "bad.yaml:2:1 (/swagger): only one of 'swagger' and 'openapi' may be there"),
                arguments(
                        "openapi: 3.1.0",
                        "openapi: '2.0'",
                        "bad.yaml:1:1 (/openapi): OpenAPI 3.0, 3.1 and 3.2 are supported, such as 3.1.0, not '2.0'"),
                arguments("openapi: 3.1.0", "x-a: 1", "bad.yaml:1:1: 'openapi' is missing"),
                arguments(
                        "paths:",
                        "jsonSchemaDialect: https://example.org/mine\npaths:",
                        "bad.yaml:3:1 (/jsonSchemaDialect): schemas are of JSON Schema 2020-12 with the words of OpenAPI"
                                + " 3.1, not of 'https://example.org/mine'"),
                arguments("title: T", "title: 5", "bad.yaml:2:8 (/info/title): must be a string"),
                arguments(
                        "operationId: getA",
                        "operationId: getA\n      description: 5",
                        "bad.yaml:9:7 (/paths/~1a~1{id}/get/description): must be a string"),
                arguments(
                        "operationId: getA",
                        "operationId: getA\n      tags: [1]",
                        "bad.yaml:9:14 (/paths/~1a~1{id}/get/tags/0): must be a string"),
                arguments(
                        "operationId: getA",
                        "operationId: getA\n      tags: one",
                        "bad.yaml:9:7 (/paths/~1a~1{id}/get/tags): must be an array"),
                arguments(
                        "operationId: getA",
                        "operationId: getA\n      deprecated: 'yes'",
                        "bad.yaml:9:7 (/paths/~1a~1{id}/get/deprecated): must be true or false"),
                arguments(
                        "responses:",
                        "parameters: {name: q}\n      responses:",
                        "bad.yaml:10:7 (/paths/~1a~1{id}/get/parameters): must be an array"),
                arguments(
                        "default: {description: ok}",
                        "default: ok",
                        "bad.yaml:11:9 (/paths/~1a~1{id}/get/responses/default): must be an object"),
                arguments(
                        "default: {description: ok}",
                        "default:",
                        "bad.yaml:11:9 (/paths/~1a~1{id}/get/responses/default): must be an object"),
                arguments(
                        "{Basic: []}",
                        "{Basic: x}",
                        "bad.yaml:9:19 (/paths/~1a~1{id}/get/security/0/Basic): must be an array"),
                arguments(
                        "security: [{Basic: []}]",
                        "security:",
                        "bad.yaml:9:7 (/paths/~1a~1{id}/get/security): must be an array"),
                arguments(
                        "required: true",
                        "requird: true",
                        "bad.yaml:6:30 (/paths/~1a~1{id}/parameters/0/requird): 'requird' is not a field of a Parameter;"
                                + " 'required' is meant?"),
                arguments(
                        "operationId: getA",
                        "operationId: getA\n      requestbody: {}",
                        "bad.yaml:9:7 (/paths/~1a~1{id}/get/requestbody): 'requestbody' is not a field of a Operation;"
                                + " 'requestBody' is meant?"),
                arguments(
                        "      security: [{Basic",
                        "      securty: [{Basic",
                        "bad.yaml:9:7 (/paths/~1a~1{id}/get/securty): 'securty' is not a field of a Operation; 'security'"
                                + " is meant?"),
                arguments(
                        "    get:",
                        "    psot: {}\n    get:",
                        "bad.yaml:7:5 (/paths/~1a~1{id}/psot): 'psot' is not a field of a PathItem; 'post' is meant?"),
                arguments(
                        "{description: ok}",
                        "{description: ok, headers: {x-rate: {shcema: {}}}}",
                        "bad.yaml:11:55 (/paths/~1a~1{id}/get/responses/default/headers/x-rate/shcema): 'shcema' is not a"
                                + " field of a Header; 'schema' is meant?"),
                arguments(
                        "type: integer",
                        "type: integer, maxlength: 3",
                        "bad.yaml:16:25 (/components/schemas/Id/maxlength): 'maxlength' is not a field of a Schema;"
                                + " 'maxLength' is meant?"),
                arguments(
                        "type: integer",
                        "ref: '#/components/schemas/Id'",
                        "bad.yaml:16:10 (/components/schemas/Id/ref): 'ref' is not a field of a Schema; '$ref' is meant?"),
                arguments(
                        "type: integer",
                        "properties: {a: {requred: [b]}}",
                        "bad.yaml:16:27 (/components/schemas/Id/properties/a/requred): 'requred' is not a field of a"
                                + " Schema; 'required' is meant?"),
                arguments(
                        "type: integer",
                        "discriminator: {mapping: {a: b}}",
                        "bad.yaml:16:10 (/components/schemas/Id/discriminator): 'propertyName' is missing"),
                arguments("Id: {type: integer}", "Id: 5", "bad.yaml:16:5 (/components/schemas/Id): must be an object"),
                arguments("type: integer", "type: 5", "bad.yaml:16:10 (/components/schemas/Id/type): not a schema"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faulty")
    void what_cannot_be_enforced_is_a_fault_with_its_place(String good, String bad, String fault) {
        assertThat(faults(with(GOOD, good, bad)))
                .anySatisfy(told -> assertThat(told).startsWith(fault));
    }

    /** What of the good document to replace, by what, and the warning. */
    static Stream<Arguments> doubtful() {
        return Stream.of(
                arguments("info:", "x-info:", "bad.yaml:1:1: 'info' is missing"),
                arguments("title: T, ", "", "bad.yaml:2:1 (/info): 'title' is missing"),
                arguments(
                        "version: '1'",
                        "version: 1.0",
                        "bad.yaml:2:18 (/info/version): should be a string: put it between quotation marks"),
                arguments(
                        "title: T",
                        "title: T, termsOfService: 'a b'",
                        "bad.yaml:2:18 (/info/termsOfService): 'a b' is no URL"),
                arguments(
                        "title: T",
                        "title: T, description: ",
                        "bad.yaml:2:18 (/info/description): nothing stands here: it is read as empty"),
                arguments(
                        "  schemas:",
                        "  examples:\n  schemas:",
                        "bad.yaml:15:3 (/components/examples): nothing stands here: it is read as empty"),
                arguments(
                        "operationId: getA",
                        "operationId: getA\n      sumary: x",
                        "bad.yaml:9:7 (/paths/~1a~1{id}/get/sumary): 'sumary' is not a field of a Operation; 'summary' is"
                                + " meant?"),
                arguments(
                        "operationId: getA",
                        "operationId: getA\n      produces: [x]",
                        "bad.yaml:9:7 (/paths/~1a~1{id}/get/produces): 'produces' is not a field of a Operation"),
                arguments(
                        "type: integer",
                        "type: integer, nullable: true",
                        "bad.yaml:16:25 (/components/schemas/Id/nullable): 'nullable' means nothing from OpenAPI 3.1 on: null"
                                + " is one of the types there"),
                arguments(
                        "default: {description: ok}",
                        "default: {}",
                        "bad.yaml:11:9 (/paths/~1a~1{id}/get/responses/default): 'description' is missing"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("doubtful")
    void what_is_merely_wrong_is_a_warning_with_its_place(String good, String bad, String warning) {
        assertThat(warnings(with(GOOD, good, bad))).containsExactly(warning);
    }

    @Test
    void a_good_document_has_neither_faults_nor_warnings() {
        assertThat(warnings(GOOD)).isEmpty();
        assertThat(warnings(Samples.GOOD_3_0)).isEmpty();
    }

    @Test
    void strictness_makes_warnings_faults() {
        String doubtful = with(with(GOOD, "title: T, ", ""), "/a/{id}:", "/a/b:");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new ContractLoader().strict().parse("bad.yaml", doubtful))
                .hasMessageContaining("2 faults")
                .hasMessageContaining("bad.yaml:2:1 (/info): 'title' is missing")
                .hasMessageContaining("the path has no '{id}'");
    }

    @Test
    void what_two_rules_see_is_told_once() {
        assertThat(faults(with(GOOD, "type: integer", "discriminator: {propertyName: 5}")))
                .containsExactly(
                        "bad.yaml:16:26 (/components/schemas/Id/discriminator/propertyName): must be a string");
        assertThat(faults(with(GOOD, "type: integer", "discriminator: 5")))
                .containsExactly(
                        "bad.yaml:16:10 (/components/schemas/Id/discriminator): not a schema: 'discriminator' must be an"
                                + " object, was 5");
    }

    @Test
    void warnings_of_all_rules_are_in_the_order_of_the_document() {
        String doubtful = with(
                        GOOD_3_0,
                        "{description: ok}",
                        "{description: ok, links: {L: {}}, content: {application/json: {schema: {type: string}, example: 1},"
                                + " text/xml: {schema: {}}}}")
                .replace("default:", "'200':")
                .replace("paths:", "servers: [{url: /, variables: {v: {default: a}}}]\npaths:")
                .replace("operationId: getA\n", "operationId: getA\n      sumary: x\n")
                .replace("schemas:", "parameters: {P: {name: p, in: query, schema: {}}}\n  schemas:")
                .replace("{type: integer}", "{nullable: true, default: 1}");
        assertThat(ContractReader.parse("bad.yaml", doubtful).warnings())
                .extracting(warning -> {
                    SourceLocation at = warning.location().orElseThrow();
                    return at.line() + ":" + at.column();
                })
                .containsExactly("3:32", "4:1", "10:7", "13:42", "13:103", "13:116", "17:3", "19:10");
    }

    @Test
    void extensions_are_nobodys_business() {
        String extended = GOOD.replace("paths:\n", "paths:\n  x-common: text\n  x-list: {servers: [1]}\n")
                .replace("responses:\n", "responses:\n        x-more: {a: 1}\n")
                .replace("Id: {type: integer}", "Id: {type: integer, x-any: {$ref: nowhere}}");
        assertThat(warnings(extended)).isEmpty();
    }

    @Test
    void all_faults_are_told_at_once_in_the_order_of_the_document() {
        List<String> faults = faults(GOOD.replace("title: T, ", "title: 1, ")
                .replace("{Basic: []}", "{Nobody: []}")
                .replace("default", "ok")
                .replace("integer", "objekt"));
        assertThat(faults).hasSizeGreaterThanOrEqualTo(4);
        assertThat(faults.get(0)).contains(":2:");
        assertThat(faults.get(1)).contains(":9:");
        assertThat(faults.get(2)).contains(":11:");
        assertThat(faults.get(3)).contains(":16:");
    }

    @Test
    void a_good_document_is_read_whole() {
        Contract contract = Samples.contract(GOOD);
        assertThat(contract.title()).isEqualTo("T");
        assertThat(contract.version()).isEqualTo("1");
        assertThat(contract.dialect()).isEqualTo(Dialect.OPENAPI_3_1);
        assertThat(Samples.contract(Samples.GOOD_3_0).dialect()).isEqualTo(Dialect.OPENAPI_3_0);
        Operation operation = contract.operation("getA").orElseThrow();
        assertThat(operation.method()).isEqualTo("GET");
        assertThat(operation.basePaths()).containsExactly("");
        assertThat(operation.parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.name()).isEqualTo("id"));
        assertThat(operation.security().get(0).schemes())
                .singleElement()
                .satisfies(scheme -> assertThat(scheme.name()).isEqualTo("Basic"));
        assertThat(operation.place().location().line()).isEqualTo(7);
        assertThat(contract.schemas().stream().map(schema -> schema.place().pointer()))
                .containsExactlyInAnyOrder("/paths/~1a~1{id}/parameters/0/schema", "/components/schemas/Id");
    }

    @Test
    void only_references_are_followed_and_all_of_them() {
        String data = GOOD.replace(
                "Id: {type: integer}", "Id: {type: integer, enum: [1], default: 1, example: {$ref: nowhere}}");
        assertThat(Samples.contract(data).schemas()).hasSize(2);
        String property =
                GOOD.replace("Id: {type: integer}", "Id: {type: integer, properties: {example: {$ref: '#/nowhere'}}}");
        assertThat(faults(property))
                .contains("bad.yaml:16:38 (/components/schemas/Id/properties/example): $ref '#/nowhere' leads nowhere");
    }
}
