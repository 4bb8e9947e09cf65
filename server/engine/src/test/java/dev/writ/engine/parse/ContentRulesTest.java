package dev.writ.engine.parse;

import static dev.writ.engine.parse.Samples.GOOD;
import static dev.writ.engine.parse.Samples.contract;
import static dev.writ.engine.parse.Samples.faults;
import static dev.writ.engine.parse.Samples.warnings;
import static dev.writ.engine.parse.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.ResponseDeclaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request bodies, responses and media types. */
class ContentRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "description: x | bad.yaml:10:7 (/paths/~1a~1{id}/put/requestBody): 'content' is missing",
                "content: {json: {}} | bad.yaml:10:31 (/paths/~1a~1{id}/put/requestBody/content/json): 'json' is no media"
                        + " type",
                "content: {'*/json': {}} | bad.yaml:10:31 (/paths/~1a~1{id}/put/requestBody/content/*~1json): '*/json' is no"
                        + " media type",
                "content: {a/b: {}, A/B: {}} | bad.yaml:10:40 (/paths/~1a~1{id}/put/requestBody/content/A~1B): the media"
                        + " type 'a/b' stands here twice",
                "content: {a/b: } | bad.yaml:10:31 (/paths/~1a~1{id}/put/requestBody/content/a~1b): must be an object",
                "content: {a/b: {}}, required: 1 | bad.yaml:10:41 (/paths/~1a~1{id}/put/requestBody/required): must be true"
                        + " or false",
            })
    void a_body_that_cannot_be_enforced_is_a_fault(String body, String fault) {
        assertThat(faults(document(body))).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "2XY", "600", "ok", "2X"})
    void what_is_no_status_is_a_fault(String status) {
        assertThat(faults(with(GOOD, "default:", "'" + status + "':")))
                .containsExactly("bad.yaml:11:9 (/paths/~1a~1{id}/get/responses/" + status + "): '" + status
                        + "' is no status: 200, 2XX or default are");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "content: {} | bad.yaml:10:7 (/paths/~1a~1{id}/put/requestBody): 'content' is empty: no content is taken",
                "content: {application/soap+xml: {schema: {}}} | bad.yaml:10:31 (/paths/~1a~1{id}/put/requestBody/content/"
                        + "application~1soap+xml): content of type application/soap+xml is handed over unchecked",
            })
    void a_body_that_is_not_checked_is_a_warning(String body, String warning) {
        assertThat(warnings(document(body))).containsExactly(warning);
    }

    @Test
    void any_media_type_and_any_range_is_read() {
        Operation operation = contract(document("required: true, content: {'*/*': {}, application/*: {}, Text/CSV: {},"
                        + " 'application/json; Charset=UTF-8; v=\"a b\"': {schema: {type: object}}, image/png: {}}"))
                .operation("putA")
                .orElseThrow();
        assertThat(operation.requestBody().orElseThrow().required()).isTrue();
        assertThat(operation.requestBody().orElseThrow().content())
                .extracting(MediaTypeObject::mediaType)
                .containsExactly(
                        "*/*", "application/*", "text/csv", "application/json;charset=utf-8;v=\"a b\"", "image/png");
        assertThat(operation.requestBody().orElseThrow().content().get(3).schema())
                .get()
                .satisfies(
                        schema -> assertThat(schema.node().get("type").asText()).isEqualTo("object"));
    }

    @Test
    void responses_are_read_in_order() {
        String three = with(
                GOOD,
                "default: {description: ok}",
                "default: {description: ok}\n        200: {description: ok, content: {text/plain: {}}}\n        4XX:"
                        + " {description: ok}");
        Operation operation = contract(three).operations().get(0);
        assertThat(operation.responses())
                .extracting(ResponseDeclaration::status)
                .containsExactly("default", "200", "4XX");
        assertThat(operation.response(418).orElseThrow().status()).isEqualTo("4XX");
        assertThat(operation.response(200).orElseThrow().content()).hasSize(1);
    }

    private static String document(String body) {
        return with(
                GOOD,
                "    get:\n      operationId: getA\n",
                "    put:\n      operationId: putA\n      responses: {default: {description: ok}}\n      requestBody: {"
                        + body + "}\n    get:\n      operationId: getA\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: array, maxItems: 3, items: {}} | says something of all items together, which are never"
                        + " there: it is not checked",
                "{oneOf: [{type: array}, {type: object}]} | this may be the schema of an item or of all of them: it is"
                        + " taken for that of an item",
                "{allOf: [{type: array}, {minItems: 1}]} | /schema/allOf/1/minItems): 'minItems' says something of all"
                        + " items together, which are never there: it is not checked",
                "{prefixItems: [{}], items: {}} | /schema/items): 'items' says something of all items together, which"
                        + " are never there: it is not checked",
                "{type: array, oneOf: [{items: {}}]} | /schema/oneOf): 'oneOf' says something of all items together,"
                        + " which are never there: it is not checked",
                "{anyOf: [{type: object}, {oneOf: [{type: string}, {items: {}}]}]} | this may be the schema of an item or"
                        + " of all of them: it is taken for that of an item",
            })
    void what_is_ambiguous_about_a_sequence_is_told(String schema, String warning) {
        assertThat(warnings(document("content: {application/jsonl: {schema: " + schema + "}}")))
                .anyMatch(line -> line.endsWith(warning));
        assertThat(warnings(document("content: {application/json: {schema: " + schema + "}}")))
                .noneMatch(line -> line.endsWith(warning));
    }

    @Test
    void alternatives_of_which_none_is_an_array_are_of_an_item() {
        assertThat(warnings(
                        document("content: {application/jsonl: {schema: {oneOf: [{type: object}, {type: string}]}}}")))
                .noneMatch(line -> line.contains("schema of an item"));
    }

    @Test
    void items_of_a_parameter_are_not_checked_and_that_is_told() {
        String document = with(
                Samples.GOOD_3_2,
                "    get:",
                "      - {name: q, in: query, content: {application/jsonl: {itemSchema: {type: integer}}}}\n    get:");
        assertThat(warnings(document))
                .singleElement()
                .asString()
                .endsWith("/itemSchema): 'itemSchema' is for bodies: items of a parameter are not checked");
    }

    @Test
    void a_sequence_that_swagger_declares_is_told_of_as_well() {
        assertThat(warnings("""
                swagger: '2.0'
                info: {title: T, version: '1'}
                paths:
                  /a:
                    post:
                      operationId: a
                      consumes: [application/x-ndjson]
                      parameters: [{name: b, in: body, schema: {type: array, minItems: 1, items: {type: integer}}}]
                      responses: {default: {description: d}}
                """))
                .containsExactly("bad.yaml:8:62 (/paths/~1a/post/parameters/0/schema/minItems): 'minItems' says"
                        + " something of all items together, which are never there: it is not checked");
    }
}
