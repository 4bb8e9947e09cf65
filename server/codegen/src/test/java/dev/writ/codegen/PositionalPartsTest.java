package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.codegen.SpecValidationException;

/** Bodies of parts that have places instead of names (OpenAPI 3.2, section 4.15.2). */
class PositionalPartsTest {
    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() {
        generated = Generated.compiled(folder, Documents.ofPaths("3.2.0", """
                /files:
                  post: {operationId: octets, requestBody: {required: true, content: {multipart/mixed: {schema: {type: array, items: {}}, itemEncoding: {contentType: image/*}}}}, responses: {'204': {}}}
                  put: {operationId: untyped, requestBody: {required: true, content: {multipart/mixed: {schema: {type: array, items: {}}, itemEncoding: {contentType: application/json}}}}, responses: {'204': {}}}
                  patch: {operationId: named, requestBody: {required: true, content: {multipart/mixed: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}, itemEncoding: {contentType: application/json}}}}, responses: {'204': {}}}
                /letters:
                  post:
                    operationId: letter
                    requestBody:
                      required: true
                      content:
                        multipart/form-data:
                          schema:
                            type: object
                            required: [pages]
                            properties:
                              pages: {type: object, properties: {title: {type: string}, scan: {type: string, format: binary}}}
                          encoding: {pages: {encoding: {scan: {contentType: image/png}}}}
                    responses: {'204': {}}
                /tuples:
                  post: {operationId: tuple, requestBody: {required: true, content: {multipart/related: {schema: {type: array, prefixItems: [{$ref: '#/components/schemas/Thing'}, {type: string, format: binary}], items: false}, prefixEncoding: [{contentType: application/json}, {contentType: image/png}]}}}, responses: {'204': {}}}
                  put: {operationId: alike, requestBody: {required: true, content: {multipart/mixed: {schema: {type: array, prefixItems: [{$ref: '#/components/schemas/Thing'}], items: {$ref: '#/components/schemas/Thing'}}}}}, responses: {'204': {}}}
                  patch: {operationId: first, requestBody: {required: true, content: {multipart/mixed: {schema: {type: array, items: {}}, prefixEncoding: [{contentType: application/json}]}}}, responses: {'204': {}}}
                  delete: {operationId: eachPart, requestBody: {required: true, content: {multipart/mixed: {itemSchema: {$ref: '#/components/schemas/Thing'}, itemEncoding: {contentType: application/json}}}}, responses: {'204': {}}}
                  query: {operationId: pair, requestBody: {required: true, content: {application/json: {schema: {type: array, prefixItems: [{type: integer, format: int64}, {type: string}], items: false}}}}, responses: {'204': {}}}
                """, """
                Thing:
                  type: object
                  required: [id]
                  properties: {id: {type: integer, format: int64}, point: {type: array, prefixItems: [{type: number}, {type: number}], items: false}}
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            octets  | List<FilePart> body
            untyped | List<@Nullable Object> body
            named   | List<Thing> body
            tuple   | List<Object> body
            alike   | List<Thing> body
            first   | List<@Nullable Object> body
            pair    | List<Object> body
            eachPart | List<Thing> body
            """)
    void a_body_is_a_list_of_what_all_its_parts_are(String operation, String body) {
        assertThat(generated.source("api.DefaultApi")).contains(operation + "(" + body + ");");
    }

    @Test
    void an_array_of_fixed_places_is_a_list_anywhere() {
        assertThat(generated.source("model.Thing")).contains("@Nullable List<BigDecimal> point");
    }

    @Test
    void a_part_that_has_parts_is_a_record_in_a_record() {
        assertThat(generated.source("model.LetterRequest")).contains("LetterRequestPages pages");
        assertThat(generated.source("model.LetterRequestPages"))
                .contains("@Nullable String title, @Nullable FilePart scan");
    }

    @Test
    void parts_within_a_part_of_a_part_are_told_with_their_place(@TempDir Path elsewhere) {
        String document = Documents.ofPaths("3.2.0", """
                /nested:
                  post: {operationId: nested, requestBody: {content: {multipart/mixed: {schema: {type: array}, itemEncoding: {itemEncoding: {itemEncoding: {contentType: image/png}}}}}}, responses: {'204': {}}}
                """, "");
        assertThatThrownBy(() -> Generated.from(elsewhere, document))
                .isInstanceOf(SpecValidationException.class)
                .hasMessageContaining(
                        "openapi.yaml#/paths/~1nested/post/requestBody/content/multipart~1mixed/itemEncoding/itemEncoding:"
                                + " no code is made for parts within a part of a part");
    }
}
