package dev.writ.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers: status, header fields, content in media types of every kind. */
class ResponseCheckerTest {
    private static final Contract CONTRACT = ContractReader.parse("t.yaml", """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /t:
                get:
                  operationId: GET
                  responses: &responses
                    '200':
                      description: ok
                      content: &types
                        application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                        application/vnd.count+json: {schema: {$ref: '#/components/schemas/Count'}}
                        application/maybe+json: {schema: {$ref: '#/components/schemas/Maybe'}}
                        text/*: {schema: {$ref: '#/components/schemas/Word'}}
                        text/count: {schema: {$ref: '#/components/schemas/Count'}}
                        application/octet-stream: {schema: {$ref: '#/components/schemas/Blob'}}
                        image/png: {}
                    '204': {description: nothing, content: *types}
                    2XX:
                      description: ok
                      headers:
                        X-Count: {required: true, schema: {type: array, items: {type: integer}}}
                        X-Pet: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                    '404':
                      description: none
                      headers: {set-cookie: {required: true, schema: {$ref: '#/components/schemas/Word'}}}
                head:
                  operationId: HEAD
                  responses: *responses
            components:
              schemas:
                Pet: {type: object, required: [name], properties: {name: {type: string, maxLength: 3}}}
                Maybe: {type: [object, 'null']}
                Count: {type: integer, maximum: 9}
                Word: {type: string, minLength: 1, maxLength: 3}
                Blob: {type: string, format: binary, minLength: 1, maxLength: 4}
            """);

    private static ResponseChecker checker(String method) {
        return new ResponseChecker(
                CONTRACT.operation(method).orElseThrow(),
                CompiledSchemas.of(CONTRACT, SchemaOptions.DEFAULT),
                new Schemas(CONTRACT),
                BodyLimits.DEFAULT);
    }

    private static String response(String method, Response response) {
        return Told.of(checker(method).check(response).violations());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | application/json | {\"name\":\"Rex\"} | ``",
                "200 | application/json | {\"name\":\"Rexx\"} | body/name maxLength",
                "200 | text/plain | Rexx | body maxLength",
                "200 | application/octet-stream | Rexxx | body maxLength",
                "200 | image/png | Rexxx | ``",
                "200 | image/gif | Rexxx | body content",
                "200 | nonsense | Rexxx | body content",
                "200 | text/plain | `` | body minLength",
                "204 | text/plain | Rex | body content",
                "204 | text/plain | `` | ``",
                "201 | text/plain | Rex | header X-Count required, body content",
                "500 | text/plain | Rex | body status",
            })
    void an_answer_is_held_against_its_status_and_media_type(
            int status, String contentType, String text, String expected) {
        assertThat(response("GET", Response.of(status, contentType, text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(expected);
    }

    @Test
    void an_answer_without_content_where_some_is_declared_is_told_but_not_to_head() {
        assertThat(response("GET", Response.of(200))).isEqualTo("body content");
        assertThat(response("HEAD", Response.of(200))).isEmpty();
        assertThat(response("HEAD", Response.of(200, "image/png", new byte[1]))).isEqualTo("body content");
    }

    @Test
    void header_fields_have_values_of_their_schema() {
        Response created = Response.of(201);
        assertThat(response("GET", created.withHeader("x-count", "1, 2"))).isEmpty();
        assertThat(response("GET", created.withHeader("X-Count", "1,x"))).isEqualTo("header X-Count/1 type");
        assertThat(response("GET", created.withHeader("X-Count", "1").withHeader("X-Pet", "{\"name\": \"Rex\"}")))
                .isEmpty();
        assertThat(response("GET", created.withHeader("X-Count", "1").withHeader("X-Pet", "{\"name\": 1}")))
                .isEqualTo("header X-Pet/name type");
        assertThat(response("GET", created.withHeaders(Headers.of(Map.of("X-Count", List.of("1", "2"))))))
                .isEmpty();
    }

    @Test
    void each_cookie_that_is_set_is_judged_by_itself() {
        Response missing = Response.of(404);
        assertThat(response("GET", missing)).isEqualTo("header set-cookie required");
        assertThat(response("GET", missing.withHeaders(Headers.of(Map.of("Set-Cookie", List.of("a=1", "b=2"))))))
                .isEmpty();
        assertThat(response("GET", missing.withHeaders(Headers.of(Map.of("Set-Cookie", List.of("a=1", "b=22"))))))
                .isEqualTo("header set-cookie maxLength");
    }

    @Test
    void content_that_the_schema_leaves_as_it_is_is_sent_as_it_is() {
        byte[] bytes = " {\"name\": \"Rex\"} ".getBytes(StandardCharsets.UTF_8);
        Content sent = checker("GET")
                .check(Response.of(200, "application/json", bytes))
                .response()
                .content();
        assertThat(sent.bytes()).isSameAs(bytes);
    }
}
