package dev.writ.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of requests, in media types of every kind. */
class RequestBodyTest {
    private static final Contract CONTRACT = ContractReader.parse("t.yaml", """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /required:
                post:
                  operationId: 'true'
                  requestBody:
                    required: true
                    content: &types
                      '*/*': {}
                      application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                      application/vnd.count+json: {schema: {$ref: '#/components/schemas/Count'}}
                      application/maybe+json: {schema: {$ref: '#/components/schemas/Maybe'}}
                      text/*: {schema: {$ref: '#/components/schemas/Word'}}
                      text/count: {schema: {$ref: '#/components/schemas/Count'}}
                      application/octet-stream: {schema: {$ref: '#/components/schemas/Blob'}}
                      application/file+json: {schema: {$ref: '#/components/schemas/Blob'}}
                      text/file: {schema: {$ref: '#/components/schemas/Blob'}}
                      image/png: {}
                  responses: {'204': {description: ok}}
              /optional:
                post:
                  operationId: 'false'
                  requestBody: {content: *types}
                  responses: {'204': {description: ok}}
            components:
              schemas:
                Pet: {type: object, required: [name], properties: {name: {type: string, maxLength: 3}}}
                Maybe: {type: [object, 'null']}
                Count: {type: integer, maximum: 9}
                Word: {type: string, minLength: 1, maxLength: 3}
                Blob: {type: string, format: binary, minLength: 1, maxLength: 4}
            """);

    private static String request(boolean required, String contentType, byte[] bytes) {
        RequestChecker checker = new RequestChecker(
                CONTRACT.operation(String.valueOf(required)).orElseThrow(),
                CompiledSchemas.of(CONTRACT, SchemaOptions.DEFAULT),
                new Schemas(CONTRACT),
                BodyLimits.DEFAULT,
                UnknownQueryParameters.IGNORE);
        try {
            return checker.check(
                            Map.of(),
                            Optional.empty(),
                            Headers.none(),
                            BodySource.of(bytes),
                            MediaType.parse(contentType))
                    .fold(RequestBodyTest::text, Told::of);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Arguments arguments) {
        return arguments
                .body()
                .map(JsonNode::toString)
                .orElseGet(() -> arguments
                        .received()
                        .map(received -> received.bytes().length + " bytes of "
                                + received.declared().mediaType())
                        .orElse("no body"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {\"name\":\"Rex\"} | {\"name\":\"Rex\"}",
                "application/json; charset=UTF-8 | {\"name\":\"Rex\"} | {\"name\":\"Rex\"}",
                "application/json; charset=iso-8859-1 | {\"name\":\"Rex\"} | body charset",
                "application/json | {\"name\":\"Rexx\"} | body/name maxLength",
                "application/json | {\"name\":\"Rex\",\"name\":\"Max\"} | body/name duplicate",
                "application/json | {\"name\" | body json",
                "application/json | null | body type",
                "application/maybe+json | null | null",
                "application/vnd.count+json | 5 | 5",
                "application/vnd.count+json | 10 | body maximum",
                "text/plain | Rex | \"Rex\"",
                "text/plain; charset=us-ascii | Rex | \"Rex\"",
                "text/plain; charset=us-ascii | ä | body encoding",
                "text/plain; charset=none-such | Rex | body charset",
                "text/plain; charset=!! | Rex | body charset",
                "text/html | Rexx | body maxLength",
                "text/count | 5 | 5",
                "text/count | 10 | body maximum",
                "text/count | x | body type",
                "application/octet-stream | Rex | 3 bytes of application/octet-stream",
                "application/octet-stream | Rexxx | body maxLength",
                "application/file+json | [1} | 3 bytes of application/file+json",
                "application/file+json | [1, 2] | body maxLength",
                "text/file; charset=us-ascii | ä | 2 bytes of text/file",
                "image/png | Rexxx | 5 bytes of image/png",
                "image/gif | Rexxx | 5 bytes of */*",
                "application/x-www-form-urlencoded | a=b | 3 bytes of */*",
                "application/other+json | [1] | [1]",
                "application/other+json | [1 | body json",
                "text/xml | <a/> | 4 bytes of text/*",
            })
    void a_body_is_what_its_most_specific_media_type_says(String contentType, String text, String expected) {
        assertThat(request(true, contentType, text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "true, application/json, body required",
        "false, application/json, no body",
        "true, text/plain, body minLength",
        "true, application/octet-stream, body minLength",
        "true, image/png, 0 bytes of image/png",
    })
    void no_bytes_are_no_body_unless_the_type_may_be_empty(boolean required, String contentType, String expected) {
        assertThat(request(required, contentType, new byte[0])).isEqualTo(expected);
    }

    @Test
    void text_is_decoded_by_its_charset() {
        assertThat(request(true, "text/plain; charset=ISO-8859-1", new byte[] {(byte) 0xE4}))
                .isEqualTo("\"ä\"");
        assertThat(request(true, "text/plain; charset=utf-16be", "ä".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo("\"ä\"");
        assertThat(request(true, "text/plain", "ä".getBytes(Charset.forName("ISO-8859-1"))))
                .isEqualTo("body encoding");
    }
}
