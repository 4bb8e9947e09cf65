package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.faults;
import static dev.writ.engine.parse.Samples.warnings;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.writ.engine.model.ContractException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with documents of Swagger 2.0, and where: in the document that was written. */
class SwaggerRulesTest {
    private static final String GOOD = """
            swagger: '2.0'
            info: {title: T, version: '1'}
            host: example.org
            basePath: /v1
            schemes: [https]
            consumes: [application/json]
            produces: [application/json]
            paths:
              /a/{id}:
                parameters:
                  - {name: id, in: path, required: true, type: integer}
                post:
                  operationId: postA
                  parameters:
                    - {name: q, in: query, type: array, items: {type: string}}
                    - {$ref: '#/parameters/Body'}
                  responses:
                    200: {description: ok, schema: {$ref: '#/definitions/A'}}
                    default: {description: bad}
                  security: [{Basic: []}]
              /form:
                post:
                  operationId: postForm
                  consumes: [multipart/form-data]
                  parameters:
                    - {name: age, in: formData, type: integer}
                    - {name: photo, in: formData, type: file}
                  responses:
                    default: {description: any}
            parameters:
              Body: {name: body, in: body, required: true, schema: {$ref: '#/definitions/A'}}
            securityDefinitions:
              Basic: {type: basic}
            definitions:
              A:
                type: object
                discriminator: kind
                required: [kind]
                properties: {kind: {type: string}}
            """;

    private static String post(String at, String pointer, String message) {
        return "bad.yaml:%s (/paths/~1a~1{id}/post%s): %s".formatted(at, pointer, message);
    }

    private static String form(String at, String pointer, String message) {
        return "bad.yaml:%s (/paths/~1form/post%s): %s".formatted(at, pointer, message);
    }

    /** What of the good document to replace, by what, and the fault. */
    static Stream<Arguments> faulty() {
        return Stream.of(
                arguments("paths:\n", "x-paths:\n", "bad.yaml:1:1: 'paths' is missing"),
                arguments(
                        "host:",
                        "hots:",
                        "bad.yaml:3:1 (/hots): 'hots' is not a field of a Document; 'host' is meant?"),
                arguments("basePath: /v1", "basePath: 5", "bad.yaml:4:1 (/basePath): must be a string"),
                arguments(
                        "basePath: /v1",
                        "basePath: /{v}",
                        "bad.yaml:4:1 (/basePath): '/{v}' is no base path: it has neither variables nor query nor"
                                + " fragment"),
                arguments("schemes: [https]", "schemes: https", "bad.yaml:5:1 (/schemes): must be an array"),
                arguments(
                        "consumes: [application/json]",
                        "consumes: [json]",
                        "bad.yaml:6:12 (/consumes/0): 'json' is no media type"),
                arguments("produces: [app", "produces: [1, app", "bad.yaml:7:12 (/produces/0): must be a string"),
                arguments(
                        "items: {type: string}",
                        "items: {type: string}, colectionFormat: ssv",
                        post(
                                "15:68",
                                "/parameters/0/colectionFormat",
                                "'colectionFormat' is not a field of a Parameter; 'collectionFormat' is meant?")),
                arguments("in: query, type: array", "in: query", post("15:11", "/parameters/0", "'type' is missing")),
                arguments(
                        "in: query, type: array",
                        "in: query, schema: {type: array}",
                        post(
                                "15:32",
                                "/parameters/0/schema",
                                "'schema' is for body parameters: others have 'type' and what goes with it")),
                arguments(
                        "in: query, type: array",
                        "in: cookie, type: array",
                        post("15:21", "/parameters/0/in", "'cookie' is not path, query, header, formData or body")),
                arguments(
                        "in: query, type: array",
                        "in: query, type: object",
                        post("15:32", "/parameters/0/type", "must be one of string, number, integer, boolean, array")),
                arguments(
                        "in: query, type: array",
                        "in: query, type: file",
                        post("15:32", "/parameters/0/type", "'file' is for formData parameters and for responses")),
                arguments(", items: {type: string}", "", post("15:11", "/parameters/0", "'items' is missing")),
                arguments(
                        "items: {type: string}",
                        "items: {type: array, items: {type: string}, collectionFormat: pipes}",
                        post(
                                "15:45",
                                "/parameters/0/items",
                                "an array within an array cannot be read: OpenAPI 3 has no such style")),
                arguments(
                        "items: {type: string}",
                        "items: {$ref: '#/definitions/A'}",
                        post(
                                "15:53",
                                "/parameters/0/items/$ref",
                                "'$ref' is for schemas: items of a parameter say their type themselves")),
                arguments(
                        "items: {type: string}",
                        "items: {type: text}",
                        post(
                                "15:53",
                                "/parameters/0/items/type",
                                "not a schema: 'type' must be one of array, boolean, integer, null, number, object, string,"
                                        + " or an array of them, was \"text\"")),
                arguments(
                        "items: {type: string}",
                        "items: {type: string, maxLength: long}",
                        post(
                                "15:67",
                                "/parameters/0/items/maxLength",
                                "not a schema: 'maxLength' must be an integer of at least 0, was \"long\"")),
                arguments(
                        "items: {type: string}",
                        "items: {type: string}, collectionFormat: cvs",
                        post("15:68", "/parameters/0/collectionFormat", "'cvs' is not csv, ssv, tsv, pipes or multi")),
                arguments(
                        "required: true, type: integer",
                        "required: true, type: array, items: {type: string}, collectionFormat: multi",
                        "bad.yaml:11:82 (/paths/~1a~1{id}/parameters/0/collectionFormat): 'multi' is for query and formData"
                                + " parameters only"),
                arguments(
                        "required: true, type: integer",
                        "required: true, type: integer, minimum: a",
                        "bad.yaml:11:61 (/paths/~1a~1{id}/parameters/0/minimum): not a schema: 'minimum' must be a number,"
                                + " was \"a\""),
                arguments(
                        "required: true, type: integer",
                        "required: 1, type: integer",
                        "bad.yaml:11:30 (/paths/~1a~1{id}/parameters/0/required): must be true or false"),
                arguments(
                        "- {$ref: '#/parameters/Body'}",
                        "- {$ref: '#/parameters/Bodi'}",
                        post("16:11", "/parameters/1", "$ref '#/parameters/Bodi' leads nowhere")),
                arguments(
                        "- {$ref: '#/parameters/Body'}",
                        "- {$ref: '#/definitions/A'}",
                        post("16:11", "/parameters/1", "$ref '#/definitions/A' leads to a Schema, not to a Parameter")),
                arguments(
                        "required: true, schema: {$ref: '#/definitions/A'}}",
                        "required: true, type: object}",
                        "bad.yaml:31:3 (/parameters/Body): 'schema' is missing"),
                arguments(
                        "- {$ref: '#/parameters/Body'}",
                        "- {$ref: '#/parameters/Body'}\n        - {name: b, in: body, schema: {}}",
                        post(
                                "17:11",
                                "/parameters/2",
                                "a second body parameter beside 'body': a request has one content")),
                arguments(
                        "- {$ref: '#/parameters/Body'}",
                        "- {$ref: '#/parameters/Body'}\n        - {name: b, in: formData, type: string}",
                        post(
                                "17:11",
                                "/parameters/2",
                                "a formData parameter beside the body parameter 'body': a request has one content")),
                arguments(
                        "- {name: age,",
                        "- {name: age, in: formData, type: string}\n        - {name: age,",
                        form("27:11", "/parameters/1", "the parameter 'age' is declared twice")),
                arguments(
                        "consumes: [multipart/form-data]",
                        "consumes: [application/x-www-form-urlencoded]",
                        form(
                                "27:11",
                                "/parameters/1",
                                "a file needs multipart/form-data among what the operation consumes")),
                arguments(
                        "      consumes: [multipart/form-data]\n",
                        "",
                        form(
                                "26:11",
                                "/parameters/1",
                                "a file needs multipart/form-data among what the operation consumes")),
                arguments(
                        "in: formData, type: integer",
                        "in: formData, type: array, items: {type: array, items: {type: string}, collectionFormat: pipes}",
                        form(
                                "26:50",
                                "/parameters/0/items",
                                "an array within an array cannot be read: OpenAPI 3 has no such style")),
                arguments(
                        "{name: age, in: formData",
                        "{in: formData",
                        form("26:11", "/parameters/0", "'name' is missing")),
                arguments(
                        "description: ok, schema: {$ref: '#/definitions/A'}",
                        "description: ok, schema: {$ref: '#/definitions/B'}",
                        post("18:32", "/responses/200/schema", "$ref '#/definitions/B' leads nowhere")),
                arguments(
                        "description: ok, schema: {$ref: '#/definitions/A'}",
                        "description: ok, content: {}, shcema: {}",
                        post(
                                "18:45",
                                "/responses/200/shcema",
                                "'shcema' is not a field of a Response; 'schema' is meant?")),
                arguments(
                        "{description: bad}",
                        "{description: bad, headers: {X-A: {description: x}}}",
                        post("19:47", "/responses/default/headers/X-A", "'type' is missing")),
                arguments(
                        "{description: bad}",
                        "{description: bad, headers: {X-A: {type: object}}}",
                        post(
                                "19:53",
                                "/responses/default/headers/X-A/type",
                                "must be one of string, number, integer, boolean, array")),
                arguments(
                        "{description: bad}",
                        "{description: bad, headers: {X-A: {type: string, pattern: '('}}}",
                        post("19:67", "/responses/default/headers/X-A/pattern", "not a schema: '(' is no regular")),
                arguments(
                        "{Basic: []}",
                        "{Basik: []}",
                        post("20:19", "/security/0/Basik", "there is no security scheme 'Basik'")),
                arguments(
                        "{type: basic}",
                        "{type: http, scheme: basic}",
                        "bad.yaml:33:11 (/securityDefinitions/Basic/type): 'http' is not basic, apiKey or oauth2"),
                arguments(
                        "{type: basic}",
                        "{type: apiKey, in: cookie, name: k}",
                        "bad.yaml:33:25 (/securityDefinitions/Basic/in): 'cookie' is not query or header"),
                arguments(
                        "{type: basic}",
                        "{type: apiKey, in: query}",
                        "bad.yaml:33:3 (/securityDefinitions/Basic): 'name' is missing"),
                arguments(
                        "operationId: postForm",
                        "operationId: postA",
                        form("23:7", "/operationId", "operationId 'postA' is taken by bad.yaml:12:5")),
                arguments(
                        "  /form:",
                        "  /a/{other}:",
                        "bad.yaml:21:3 (/paths/~1a~1{other}): cannot be told from the path '/a/{id}'"),
                arguments(
                        "discriminator: kind",
                        "discriminator: {propertyName: kind}",
                        "bad.yaml:37:5 (/definitions/A/discriminator): must be a string: the name of a property"),
                arguments(
                        "kind: {type: string}",
                        "kind: {type: file}",
                        "bad.yaml:39:25 (/definitions/A/properties/kind/type): not a schema: 'type' must be one of"),
                arguments(
                        "kind: {type: string}",
                        "kind: {type: string, required: true}",
                        "bad.yaml:39:39 (/definitions/A/properties/kind/required): not a schema: 'required' must be an array"
                                + " of strings, none of them twice, was true"),
                arguments(
                        "kind: {type: string}",
                        "kind: {type: string, maxlength: 3}",
                        "bad.yaml:39:39 (/definitions/A/properties/kind/maxlength): 'maxlength' is not a field of a Schema;"
                                + " 'maxLength' is meant?"),
                arguments(
                        "kind: {type: string}",
                        "kind: {type: string, anyOf: [{maxLength: 3}]}",
                        "bad.yaml:39:39 (/definitions/A/properties/kind/anyOf): 'anyOf' came with OpenAPI 3.0: it would not"
                                + " be enforced in a contract of Swagger 2.0"),
                arguments(
                        "kind: {type: string}",
                        "kind: {type: string, const: a}",
                        "bad.yaml:39:39 (/definitions/A/properties/kind/const): 'const' came with OpenAPI 3.1: it would not"
                                + " be enforced in a contract of Swagger 2.0"));
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
                arguments(
                        "swagger: '2.0'",
                        "swagger: 2.0",
                        "bad.yaml:1:1 (/swagger): should be a string: put it between quotation marks"),
                arguments("title: T, ", "", "bad.yaml:2:1 (/info): 'title' is missing"),
                arguments(
                        "host: example.org",
                        "host: https://example.org",
                        "bad.yaml:3:1 (/host): 'https://example.org' is no host with or without a port: 'schemes' and"
                                + " 'basePath' have the rest"),
                arguments("basePath: /v1", "basePath: v1", "bad.yaml:4:1 (/basePath): a base path begins with a slash"),
                arguments("[https]", "[htps]", "bad.yaml:5:11 (/schemes/0): 'htps' is not http, https, ws or wss"),
                arguments(
                        "consumes: [application/json]",
                        "consumes: [application/json, application/JSON]",
                        "bad.yaml:6:30 (/consumes/1): the media type 'application/json' stands here twice"),
                arguments(
                        "consumes: [application/json]\n",
                        "",
                        "bad.yaml:11:5 (/paths/~1a~1{id}/post): 'consumes' names no media type: application/json is taken"),
                arguments(
                        "operationId: postA",
                        "operationId: postA\n      consumes: []",
                        "bad.yaml:12:5 (/paths/~1a~1{id}/post): 'consumes' names no media type: application/json is taken"),
                arguments(
                        "produces: [application/json]\n",
                        "",
                        "bad.yaml:11:5 (/paths/~1a~1{id}/post): 'produces' names no media type: application/json is taken"),
                arguments(
                        "    post:\n      operationId: postA",
                        "    get:\n      operationId: postA",
                        "bad.yaml:16:11 (/paths/~1a~1{id}/get/parameters/1): the content of such a request has no meaning in"
                                + " HTTP"),
                arguments(
                        "required: true, type: integer",
                        "type: integer",
                        "bad.yaml:11:9 (/paths/~1a~1{id}/parameters/0): a path parameter must have 'required: true'; it is"
                                + " required"),
                arguments(
                        "required: true, type: integer",
                        "required: true, type: integer, allowEmptyValue: true",
                        "bad.yaml:11:61 (/paths/~1a~1{id}/parameters/0/allowEmptyValue): 'allowEmptyValue' is for query"
                                + " parameters only"),
                arguments(
                        "required: true, type: integer",
                        "required: true, type: integer, collectionFormat: csv",
                        "bad.yaml:11:61 (/paths/~1a~1{id}/parameters/0/collectionFormat): says nothing of a value that is no"
                                + " array"),
                arguments(
                        "items: {type: string}",
                        "items: {type: string, collectionFormat: pipes}",
                        post(
                                "15:67",
                                "/parameters/0/items/collectionFormat",
                                "says nothing of a value that is no array")),
                arguments(
                        "required: true, type: integer",
                        "required: true, type: integer, default: x",
                        "bad.yaml:11:61 (/paths/~1a~1{id}/parameters/0/default): the default breaks its own schema: must be"
                                + " an integer, was a string"),
                arguments(
                        "items: {type: string}",
                        "items: {}",
                        post("15:45", "/parameters/0/items", "'type' is missing")),
                arguments(
                        "required: true, schema: {$ref",
                        "required: true, type: object, schema: {$ref",
                        "bad.yaml:31:48 (/parameters/Body/type): 'type' is not for a body parameter, which has a 'schema'"),
                arguments(
                        "consumes: [multipart/form-data]",
                        "consumes: [multipart/form-data, application/x-www-form-urlencoded, text/plain]",
                        form(
                                "24:39",
                                "/consumes/1",
                                "a form with a file is never of type application/x-www-form-urlencoded: that is not taken")),
                arguments(
                        "consumes: [multipart/form-data]",
                        "consumes: []",
                        form("22:5", "", "'consumes' names no media type of a form: multipart/form-data is taken")),
                arguments(
                        "schema: {$ref: '#/definitions/A'}}\n        default",
                        "examples: {application/json: {kind: 5}}, schema: {$ref: '#/definitions/A'}}\n        default",
                        post(
                                "18:43",
                                "/responses/200/examples/application~1json",
                                "the example breaks its schema: kind: must be a string, was an integer")),
                arguments(
                        "{type: basic}",
                        "{type: oauth2, scopes: {}}",
                        "bad.yaml:33:3 (/securityDefinitions/Basic): 'flow' is missing"),
                arguments(
                        "{type: basic}",
                        "{type: oauth2, flow: clientCredentials, scopes: {}}",
                        "bad.yaml:33:25 (/securityDefinitions/Basic/flow): 'clientCredentials' is not implicit, password,"
                                + " application or accessCode"),
                arguments(
                        "{type: basic}",
                        "{type: oauth2, flow: accessCode, authorizationUrl: 'https://a', scopes: {}}",
                        "bad.yaml:33:3 (/securityDefinitions/Basic): 'tokenUrl' is missing"),
                arguments(
                        "  Basic: {type: basic}",
                        "  Basic: {type: basic}\n  Idle: {type: basic}",
                        "bad.yaml:32:1 (/securityDefinitions): nothing uses Idle"),
                arguments(
                        "definitions:\n",
                        "responses: {R: {description: r}}\ndefinitions:\n",
                        "bad.yaml:34:1 (/responses): nothing uses R"),
                arguments(
                        "required: [kind]",
                        "required: [other]",
                        "bad.yaml:37:5 (/definitions/A/discriminator): the discriminator 'kind' is not a required property of"
                                + " this schema"),
                arguments(
                        "kind: {type: string}",
                        "kind: {type: string, nullable: true}",
                        "bad.yaml:39:39 (/definitions/A/properties/kind/nullable): 'nullable' came with OpenAPI 3.0: it says"
                                + " nothing in a contract of Swagger 2.0"),
                arguments(
                        "kind: {type: string}",
                        "kind: {type: string, enum: [a], x-nullable: true}",
                        "bad.yaml:39:50 (/definitions/A/properties/kind/x-nullable): 'x-nullable' has no effect: null is not"
                                + " valid"),
                arguments(
                        "kind: {type: string}",
                        "kind: {$ref: '#/definitions/A', maxLength: 3}",
                        "bad.yaml:39:50 (/definitions/A/properties/kind/maxLength): 'maxLength' beside a $ref is ignored in"
                                + " Swagger 2.0"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("doubtful")
    void what_is_merely_wrong_warns_with_its_place(String good, String bad, String warning) {
        assertThat(warnings(with(GOOD, good, bad)))
                .anySatisfy(told -> assertThat(told).startsWith(warning));
        assertThatThrownBy(() -> new ContractLoader().strict().parse("bad.yaml", with(GOOD, good, bad)))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(warning);
    }

    @Test
    void a_good_document_has_no_warnings() {
        assertThat(warnings(GOOD)).isEmpty();
    }

    @Test
    void all_faults_come_at_once() {
        assertThat(faults(GOOD.replace("type: array", "type: object")
                        .replace("{type: basic}", "{type: none}")
                        .replace("basePath: /v1", "basePath: '{v}'")))
                .hasSize(3);
    }
}
