package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD;
import static dev.writ.engine.parse.Samples.GOOD_3_2;
import static dev.writ.engine.parse.Samples.contract;
import static dev.writ.engine.parse.Samples.faults;
import static dev.writ.engine.parse.Samples.warnings;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.Serialization;
import dev.writ.engine.model.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenAPI 3.2 has brought: what is taken, and what is wrong with it. */
class NewRulesTest {
    private static final String WHOLE =
            "{name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}";

    /** Everything that 3.2 has and 3.1 has not, but for operations and references, which have tests of their own. */
    private static final String FIELDS = """
            openapi: 3.2.0
            $self: /api/fields
            info: {title: T, version: '1'}
            jsonSchemaDialect: https://spec.openapis.org/oas/3.2/dialect/2025-09-17
            servers: [{url: /v1, name: one}, {url: /v2, name: two}]
            tags:
              - {name: all, summary: All, kind: nav}
              - {name: some, summary: Some, parent: all, kind: badge}
            security: [{Login: []}]
            paths:
              /a:
                get:
                  operationId: getA
                  parameters:
                    - {name: c, in: cookie, style: cookie, schema: {type: string},
                       examples: {x: {dataValue: a b, serializedValue: c=a b}}}
                    - {name: d, in: cookie, allowReserved: true, schema: {type: string}}
                  responses:
                    '200':
                      summary: Fine
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Pet'},
                          examples: {x: {dataValue: {kind: cat}}}}
                        application/jsonl: {itemSchema: {type: integer}, examples: {x: {dataValue: [1, 2]}}}
                        multipart/mixed:
                          schema: {type: array}
                          prefixEncoding: [{contentType: application/json}]
                          itemEncoding: {contentType: multipart/mixed, itemEncoding: {contentType: image/png}}
                    default: {summary: Not fine}
                    '401': {}
            components:
              schemas:
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Other'}]
                  discriminator: {propertyName: kind, defaultMapping: Other}
                Cat: {type: object, required: [kind], properties: {kind: {const: cat, xml: {nodeType: attribute}}}}
                Other: {type: object, properties: {kind: {not: {const: cat}}}}
              securitySchemes:
                Login:
                  type: oauth2
                  deprecated: true
                  oauth2MetadataUrl: https://example.org/.well-known/oauth-authorization-server
                  flows:
                    deviceAuthorization:
                      deviceAuthorizationUrl: https://example.org/device
                      tokenUrl: https://example.org/token
                      scopes: {}
            """;

    @Test
    void every_new_field_is_known() {
        assertThat(warnings(FIELDS))
                .filteredOn(told -> !told.endsWith("unchecked"))
                .isEmpty();
    }

    @Test
    void in_earlier_versions_the_new_fields_are_none() {
        String earlier = with(FIELDS, "3.2.0", "3.1.2")
                .replace("oas/3.2/dialect/2025-09-17", "oas/3.1/dialect/base")
                .replace("style: cookie, ", "");
        assertThat(faults(earlier))
                .extracting(told -> told.replaceAll(".*/", ""))
                .containsExactly(
                        "itemSchema): 'itemSchema' came with OpenAPI 3.2: it would not be enforced in a contract of"
                                + " OpenAPI 3.1",
                        "prefixEncoding): 'prefixEncoding' came with OpenAPI 3.2: it would not be enforced in a contract"
                                + " of OpenAPI 3.1",
                        "itemEncoding): 'itemEncoding' came with OpenAPI 3.2: it would not be enforced in a contract of"
                                + " OpenAPI 3.1");
        assertThat(warnings(earlier.replaceAll("itemSchema|prefixEncoding|itemEncoding", "x-$0")))
                .anySatisfy(
                        told -> assertThat(told)
                                .endsWith(
                                        "(/$self): '$self' came with OpenAPI 3.2: it says nothing in a contract of OpenAPI 3.1"))
                .anySatisfy(
                        told -> assertThat(told).contains("'defaultMapping' came with OpenAPI 3.2: it says nothing"))
                .anySatisfy(told -> assertThat(told).contains("'parent' came with OpenAPI 3.2: it says nothing"))
                .anySatisfy(told -> assertThat(told).contains("'dataValue' came with OpenAPI 3.2: it says nothing"))
                .anySatisfy(told -> assertThat(told).endsWith("'allowReserved' is for query parameters only"));
        assertThat(faults(with(GOOD, "in: path", "in: querystring")))
                .contains("bad.yaml:6:20 (/paths/~1a~1{id}/parameters/0/in): 'querystring' is not path, query, header"
                        + " or cookie: that came with OpenAPI 3.2");
        assertThat(faults(with(GOOD, "    get:", "      - {name: c, in: cookie, style: cookie, schema: {}}\n    get:")))
                .containsExactly("bad.yaml:7:31 (/paths/~1a~1{id}/parameters/1/style): 'cookie' is no style of a cookie"
                        + " parameter: that came with OpenAPI 3.2");
    }

    /** What would be let through, or not be there, without a word. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3.0.3 | type: integer | const: 5 | /components/schemas/Id/const): 'const' came with OpenAPI 3.1",
                "3.0.3 | type: integer | if: {type: integer} | /components/schemas/Id/if): 'if' came with OpenAPI 3.1",
                "3.0.3 | type: integer | propertyNames: {} | /components/schemas/Id/propertyNames): 'propertyNames' came"
                        + " with OpenAPI 3.1",
                "3.1.0 | ok} | ok, content: {a/b: {$ref: '#/x'}}} | /content/a~1b/$ref): '$ref' came with OpenAPI 3.2",
                "3.1.0 | ok} | ok, content: {multipart/mixed: {encoding: {a: {itemEncoding: {}}}}}} | /encoding/a/itemEncoding):"
                        + " 'itemEncoding' came with OpenAPI 3.2",
            })
    void what_a_later_version_enforces_is_no_matter_of_a_warning(
            String version, String good, String bad, String fault) {
        assertThat(faults(with(GOOD, good, bad).replace("3.1.0", version)))
                .singleElement()
                .asString()
                .contains(fault + ": it would not be enforced in a contract of OpenAPI " + version.substring(0, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0.3", "3.1.0", "3.2.0"})
    void no_reference_stands_in_the_place_of_an_operation(String version) {
        assertThat(faults(with(GOOD, "operationId: getA", "$ref: '#/x'").replace("3.1.0", version)))
                .containsExactly("bad.yaml:8:7 (/paths/~1a~1{id}/get/$ref): a reference may not stand in the place of a"
                        + " Operation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.2.0", "3.2.1", "3.2.0-rc1"})
    void every_patch_of_3_2_is_3_2(String version) {
        assertThat(contract(GOOD.replace("3.1.0", version)).operations()).hasSize(1);
        assertThat(faults(GOOD.replace("3.1.0", "3.20.0")))
                .containsExactly("bad.yaml:1:1 (/openapi): OpenAPI 3.0, 3.1 and 3.2 are supported, such as 3.1.0, not"
                        + " '3.20.0'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "additionalOperations: {POST: ANY} | (/paths/~1x/additionalOperations/POST): the field 'post' is where"
                        + " POST belongs",
                "additionalOperations: {QUERY: ANY} | (/paths/~1x/additionalOperations/QUERY): the field 'query' is where"
                        + " QUERY belongs",
                "additionalOperations: {'A B': ANY} | (/paths/~1x/additionalOperations/A B): 'A B' is no method of HTTP",
                "additionalOperations: {'': ANY} | (/paths/~1x/additionalOperations/): '' is no method of HTTP",
                "additionalOperations: {COPY: 5} | (/paths/~1x/additionalOperations/COPY): must be an object",
                "additionalOperations: [] | (/paths/~1x/additionalOperations): must be an object",
                "query: 5 | (/paths/~1x/query): must be an object",
                "queri: ANY | (/paths/~1x/queri): 'queri' is not a field of a PathItem; 'query' is meant?",
                "get: {responses: {default: {}}, parameters: [WHOLE, WHOLE2]} | (/paths/~1x/get): one parameter may be the"
                        + " whole query, not q and q2",
                "get: {responses: {default: {}}, parameters: [WHOLE, {name: p, in: query, schema: {}}]} | (/paths/~1x/get):"
                        + " 'q' is the whole query: there is no room for the query parameter 'p'",
                "parameters: [WHOLE], get: {responses: {default: {}}, parameters: [{name: p, in: query, schema: {}}]} |"
                        + " (/paths/~1x/get): 'q' is the whole query: there is no room for the query parameter 'p'",
                "parameters: [{name: q, in: querystring, schema: {}}], get: ANY | (/paths/~1x/parameters/0): 'content' is"
                        + " missing: the whole query is described by a media type",
                "parameters: [{name: q, in: querystring}], get: ANY | (/paths/~1x/parameters/0): 'content' is missing: the"
                        + " whole query is described by a media type",
                "parameters: [{name: q, in: queri, schema: {}}], get: ANY | (/paths/~1x/parameters/0/in): 'queri' is not"
                        + " path, query, querystring, header or cookie",
                "parameters: [{in: query, schema: {}}], get: ANY | (/paths/~1x/parameters/0): 'name' is missing",
                "post: {requestBody: {content: {multipart/mixed: {schema: {type: array}, encoding: {},"
                        + " prefixEncoding: []}}}, responses: {default: {}}} |"
                        + " (/paths/~1x/post/requestBody/content/multipart~1mixed/prefixEncoding): 'prefixEncoding' must"
                        + " not stand beside 'encoding'",
                "post: {requestBody: {content: {multipart/mixed: {schema: {type: array}, encoding: {},"
                        + " itemEncoding: {}}}}, responses: {default: {}}} |"
                        + " (/paths/~1x/post/requestBody/content/multipart~1mixed/itemEncoding): 'itemEncoding' must"
                        + " not stand beside 'encoding'",
                "post: {requestBody: {content: {multipart/mixed: {schema: {type: array}, itemEncoding: {encoding: {},"
                        + " itemEncoding: {}}}}}, responses: {default: {}}} |"
                        + " (/paths/~1x/post/requestBody/content/multipart~1mixed/itemEncoding/itemEncoding): 'itemEncoding'"
                        + " must not stand beside 'encoding'",
            })
    void what_cannot_be_enforced_is_a_fault(String item, String fault) {
        assertThat(faults(path(item)))
                .anySatisfy(told -> assertThat(told).startsWith("bad.yaml:4:").endsWith(fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "additionalOperations: {post: ANY} | /additionalOperations/post): methods are case-sensitive: 'post' is not"
                        + " POST",
                "additionalOperations: {CONNECT: ANY} | /additionalOperations/CONNECT): CONNECT is not served",
                "get: {operationId: o, responses: {default: {}}, parameters: [{in: querystring, content: {text/plain:"
                        + " {schema: {}}}}]} | /get/parameters/0): 'name' is missing",
                "get: {operationId: o, responses: {default: {}}, parameters: [{name: q, in: querystring, style: form, content:"
                        + " {text/plain: {schema: {}}}}]} | /get/parameters/0/style): 'style' says nothing of a whole query",
                "get: {operationId: o, responses: {default: {}}, parameters: [{name: h, in: header, allowReserved: true, schema:"
                        + " {}}]} | /get/parameters/0/allowReserved): 'allowReserved' says nothing here: nothing is"
                        + " percent-encoded",
                "get: {operationId: o, responses: {default: {}}, parameters: [{name: h, in: cookie, style: cookie,"
                        + " allowReserved: true, schema: {}}]} | /get/parameters/0/allowReserved): 'allowReserved' says"
                        + " nothing here: nothing is percent-encoded",
                "get: {operationId: o, responses: {default: {content: {application/json: {itemSchema: {}}}}}} |"
                        + " /get/responses/default/content/application~1json/itemSchema): 'itemSchema' says nothing here: it"
                        + " is for 'multipart', JSON Lines, JSON sequences and event streams: it is not checked",
                "post: {requestBody: {content: {multipart/mixed: {itemSchema: {}, itemEncoding: {itemEncoding: {itemEncoding:"
                        + " {}}}}}}, responses: {default: {}}} |"
                        + " /content/multipart~1mixed/itemEncoding/itemEncoding/itemEncoding): these would be parts of parts of"
                        + " parts, which are handed over as they come, unchecked",
                "post: {requestBody: {content: {multipart/mixed: {schema: {type: object, properties: {a: {}}}, encoding: {a:"
                        + " {prefixEncoding: [{contentType: 'image/png, multipart/mixed'}]}}}}}, responses: {default: {}}} |"
                        + " /encoding/a/prefixEncoding/0/contentType): its parts would be parts of parts of parts, which are"
                        + " handed over as they come, unchecked",
                "get: {operationId: o, responses: {default: {content: {text/plain: {encoding: {}}}}}} |"
                        + " /get/responses/default/content/text~1plain/encoding): 'encoding' says nothing here: it is for"
                        + " forms and 'multipart'",
                "get: {operationId: o, responses: {default: {content: {text/plain: {schema: {type: array}, prefixEncoding:"
                        + " []}}}}} | /get/responses/default/content/text~1plain/prefixEncoding): 'prefixEncoding' says"
                        + " nothing here: it is for 'multipart'",
                "get: {operationId: o, responses: {default: {content: {multipart/mixed: {itemEncoding: {}}}}}} |"
                        + " /get/responses/default/content/multipart~1mixed/itemEncoding): 'itemEncoding' needs 'itemSchema'"
                        + " or a schema of an array",
                "get: {operationId: o, responses: {default: {content: {application/jsonl: {itemSchema: {type: integer},"
                        + " examples: {x: {dataValue: [1, a]}}}}}}} |"
                        + " /get/responses/default/content/application~1jsonl/examples/x/dataValue/1): the example breaks its"
                        + " schema: must be an integer, was a string",
                "get: {operationId: o, responses: {default: {content: {application/jsonl: {itemSchema: {type: integer,"
                        + " default: a}}}}}} | /get/responses/default/content/application~1jsonl/itemSchema/default): ",
                "get: {operationId: o, responses: {default: {content: {text/csv: {schema: {type: array}, examples: {x:"
                        + " {dataValue: a}}}}}}} | /get/responses/default/content/text~1csv/examples/x/dataValue): the example"
                        + " breaks its schema: must be an array, was a string",
                "get: {operationId: o, responses: {default: {content: {text/csv: {examples: {x: {value: 1, dataValue: 1}}}}}}} |"
                        + " /examples/x/dataValue): 'dataValue' must not stand beside 'value'",
                "get: {operationId: o, responses: {default: {content: {text/csv: {examples: {x: {value: 1, serializedValue: a}}}}}}}"
                        + " | /examples/x/serializedValue): 'serializedValue' must not stand beside 'value'",
                "get: {operationId: o, responses: {default: {content: {text/csv: {examples: {x: {value: 1, externalValue: a}}}}}}}"
                        + " | /examples/x/externalValue): 'externalValue' must not stand beside 'value'",
                "get: {operationId: o, responses: {default: {content: {text/csv: {examples: {x: {serializedValue: a,"
                        + " externalValue: a}}}}}}} | /examples/x/externalValue): 'externalValue' must not stand beside"
                        + " 'serializedValue'",
                "get: {operationId: o, responses: {default: {content: {text/csv: {example: a, examples: {}}}}}} |"
                        + " /text~1csv/examples): 'examples' must not stand beside 'example'",
                "get: {operationId: o, responses: {default: {content: {application/xml: {schema: {xml: {nodeType: atribute}}}}}}} |"
                        + " /schema/xml/nodeType): 'atribute' is not element, attribute, text, cdata or none",
                "get: {operationId: o, responses: {default: {content: {application/xml: {schema: {xml: {nodeType: none,"
                        + " wrapped: true}}}}}}} | /schema/xml/wrapped): 'wrapped' must not stand beside 'nodeType'",
                "servers: [{url: /a, name: n}, {url: /b, name: n}] | /servers/1/name): another server has the name 'n'",
                "servers: [{url: '/{a}/{a}', variables: {a: {default: x}}}] | /servers/0/url): the URL has '{a}' twice",
            })
    void what_is_merely_wrong_is_a_warning(String item, String warning) {
        assertThat(warnings(path(item)))
                .anySatisfy(told -> assertThat(told).startsWith("bad.yaml:4:").contains(warning));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tags: [{name: a}, {name: a}] | (/tags/1/name): the tag 'a' stands here twice",
                "tags: [{name: a, parent: b}] | (/tags/0/parent): there is no tag 'b'",
                "tags: [{name: a, parent: a}] | (/tags/0/parent): the tag 'a' is nested in itself",
                "tags: [{name: a, parent: b}, {name: b, parent: a}] | (/tags/1/parent): the tag 'b' is nested in itself",
                "servers: [{url: /a, name: n}, {url: /b, name: n}] | (/servers/1/name): another server has the name 'n'",
                "tags: [{name: a, parrent: b}] | (/tags/0/parrent): 'parrent' is not a field of a Tag; 'parent' is meant?",
            })
    void tags_and_servers_are_for_readers_so_it_is_a_warning(String field, String warning) {
        assertThat(warnings(with(GOOD_3_2, "paths:", field + "\npaths:")))
                .anySatisfy(told -> assertThat(told).startsWith("bad.yaml:3:").endsWith(warning));
    }

    @Test
    void a_flow_for_devices_has_two_urls() {
        String scheme = "{type: oauth2, flows: {deviceAuthorization: {scopes: {}}}}";
        assertThat(warnings(with(GOOD_3_2, "{type: http, scheme: basic}", scheme)))
                .containsExactly(
                        "bad.yaml:14:35 (/components/securitySchemes/Basic/flows/deviceAuthorization):"
                                + " 'deviceAuthorizationUrl' is missing",
                        "bad.yaml:14:35 (/components/securitySchemes/Basic/flows/deviceAuthorization): 'tokenUrl' is"
                                + " missing");
    }

    @Test
    void a_key_in_a_query_that_is_one_value_is_a_warning() {
        String document = with(GOOD_3_2, "{type: http, scheme: basic}", "{type: apiKey, in: query, name: k}")
                .replace("    get:", "      - " + WHOLE + "\n    get:");
        assertThat(warnings(document))
                .contains("bad.yaml:3:1 (/paths): the key of 'Basic' is in the query, which is one value of getA as a"
                        + " whole");
        assertThat(faults(with(document, "in: query,", "in: querystring,")))
                .anySatisfy(told -> assertThat(told).endsWith("/in): 'querystring' is not query, header or cookie"));
    }

    @Test
    void every_method_becomes_an_operation() {
        Contract contract =
                contract(path("query: ANY, get: ANY, additionalOperations: {COPY: ANY, mOve: ANY, post: ANY}"));
        assertThat(contract.operations())
                .extracting(Operation::method)
                .containsExactly("GET", "QUERY", "COPY", "mOve", "post");
        assertThat(faults(path("query: ANY, additionalOperations: {COPY: ANY}").replace("3.2.0", "3.1.0")))
                .containsExactly(
                        "bad.yaml:4:8 (/paths/~1x/query): 'query' came with OpenAPI 3.2: it would not be enforced in a"
                                + " contract of OpenAPI 3.1",
                        "bad.yaml:4:43 (/paths/~1x/additionalOperations): 'additionalOperations' came with OpenAPI 3.2:"
                                + " it would not be enforced in a contract of OpenAPI 3.1");
    }

    @Test
    void a_body_of_query_has_a_meaning() {
        String document =
                path("query: {operationId: q, requestBody: {content: {text/plain: {}}}, responses: {default: {}}}");
        assertThat(contract(document).operations().get(0).requestBody()).isPresent();
        assertThat(warnings(document)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in: cookie, style: cookie | COOKIE | true",
                "in: cookie, style: cookie, explode: false | COOKIE | false",
                "in: cookie, allowReserved: true | FORM | true",
                "in: path, required: true, allowReserved: true | SIMPLE | false",
                "in: query, style: deepObject, explode: false | DEEP_OBJECT | true",
            })
    void styles_are_read(String fields, Style style, boolean explode) {
        String name = fields.startsWith("in: path") ? "x" : "p";
        String document = path("get: {operationId: o, responses: {default: {}}, parameters: [{name: " + name + ", "
                        + fields + ", schema: {type: object}}]}")
                .replace("/x:", name.equals("x") ? "/{x}:" : "/x:");
        assertThat(contract(document).operations().get(0).parameters())
                .singleElement()
                .extracting(Parameter::serialization)
                .isEqualTo(new Serialization.Styled(style, explode, false));
        assertThat(warnings(document)).isEmpty();
    }

    @Test
    void a_whole_query_is_read_with_its_encodings() {
        Parameter parameter = contract(path("get: {responses: {default: {}}, parameters: [WHOLE]}"
                        .replace("WHOLE", WHOLE.replace("object}}", "object}, encoding: {a: {style: form}}}"))))
                .operations()
                .get(0)
                .parameters()
                .get(0);
        assertThat(parameter.in()).isEqualTo(In.QUERYSTRING);
        assertThat(parameter.serialization())
                .isInstanceOfSatisfying(
                        Serialization.Content.class,
                        content -> assertThat(content.encodings().byName()).containsKey("a"));
    }

    @Test
    void media_types_are_referred_to_wherever_content_stands() {
        String document = """
                openapi: 3.2.0
                info: {title: T, version: '1'}
                paths:
                  /x:
                    post:
                      operationId: o
                      parameters:
                        - {name: h, in: header, content: {application/json: {$ref: '#/components/mediaTypes/A'}}}
                      requestBody: {content: {application/json: {$ref: '#/components/mediaTypes/B'}}}
                      responses:
                        default:
                          headers: {H: {content: {application/json: {$ref: '#/components/mediaTypes/A'}}}}
                          content: {application/json: {$ref: '#/components/mediaTypes/A'}}
                components:
                  mediaTypes:
                    A: {schema: {type: integer}, example: 1}
                    B: {$ref: '#/components/mediaTypes/A'}
                """;
        Operation operation = contract(document).operations().get(0);
        String schema = "good.yaml#/components/mediaTypes/A/schema";
        assertThat(operation.parameters().get(0).schema().place()).hasToString(schema);
        assertThat(operation
                        .requestBody()
                        .orElseThrow()
                        .content()
                        .get(0)
                        .schema()
                        .orElseThrow()
                        .place())
                .hasToString(schema);
        assertThat(operation.responses().get(0).headers().get(0).schema().place())
                .hasToString(schema);
        assertThat(operation
                        .responses()
                        .get(0)
                        .content()
                        .get(0)
                        .schema()
                        .orElseThrow()
                        .place())
                .hasToString(schema);
        assertThat(warnings(document)).isEmpty();
        assertThat(warnings(with(document, "example: 1", "example: a")))
                .containsExactly(
                        "bad.yaml:16:34 (/components/mediaTypes/A/example): the example breaks its schema: must be"
                                + " an integer, was a string");
        assertThat(faults(with(document, "mediaTypes/B'}", "mediaTypes/C'}")))
                .containsExactly("bad.yaml:9:31 (/paths/~1x/post/requestBody/content/application~1json): $ref"
                        + " '#/components/mediaTypes/C' leads nowhere");
        assertThat(faults(with(document, "mediaTypes/B'}", "mediaTypes/A/schema'}")))
                .containsExactly("bad.yaml:9:31 (/paths/~1x/post/requestBody/content/application~1json): $ref"
                        + " '#/components/mediaTypes/A/schema' leads to a Schema, not to a MediaType");
        assertThat(warnings(with(document, "    B: {$ref", "    C: {}\n    B: {$ref")))
                .containsExactly("bad.yaml:15:3 (/components/mediaTypes): nothing uses C");
    }

    private static String path(String item) {
        return "openapi: 3.2.0\ninfo: {title: T, version: '1'}\npaths:\n  /x: {"
                + item.replace("WHOLE2", WHOLE.replace("name: q", "name: q2"))
                        .replace("WHOLE", WHOLE)
                        .replace("ANY", "{responses: {default: {}}}")
                + "}\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Other | type: object | ",
                "'#/components/schemas/Other' | type: object | ",
                "None | type: object | defaultMapping): 'None' leads nowhere",
                "Cow | type: object | defaultMapping): 'Cow' is none of the alternatives",
                "Cat | type: object | oneOf/1): the discriminator 'kind' is not a required property of this alternative",
            })
    void a_property_that_may_be_missing_needs_a_default(String target, String other, String warning) {
        String schemas = "Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Other'}],"
                + " discriminator: {propertyName: kind, defaultMapping: " + target + "}}\n"
                + "    Cat: {type: object, required: [kind], properties: {kind: {const: cat}}}\n"
                + "    Cow: {type: object}\n"
                + "    Other: {" + other + "}\n    Id: {";
        String document = with(GOOD_3_2, "Id: {", schemas);
        if (warning == null) {
            assertThat(warnings(document)).isEmpty();
        } else {
            assertThat(warnings(document))
                    .anySatisfy(
                            told -> assertThat(told).startsWith("bad.yaml:16:").endsWith(warning));
        }
        assertThat(warnings(with(document, ", defaultMapping: " + target, "")))
                .containsExactly("bad.yaml:16:55 (/components/schemas/Pet/oneOf/1): the discriminator 'kind' is not a"
                        + " required property of this alternative");
    }
}
