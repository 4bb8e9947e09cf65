package dev.writ.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Header;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.PathTemplate;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.model.Serialization;
import dev.writ.engine.model.Style;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import dev.writ.engine.validate.json.JsonLimits;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of requests and responses in media types of every kind; the operation is put together by hand. */
class ContentsTest {
    private static final Contract CONTRACT = ContractReader.parse("t.yaml", """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components:
              schemas:
                Pet: {type: object, required: [name], properties: {name: {type: string, maxLength: 3}}}
                Maybe: {type: [object, 'null']}
                Count: {type: integer, maximum: 9}
                Word: {type: string, minLength: 1, maxLength: 3}
                Blob: {type: string, format: binary, minLength: 1, maxLength: 4}
                Any: {}
                Counts: {type: array, items: {type: integer}}
            """);

    private static SchemaNode schema(String name) {
        return CONTRACT.schemas().stream()
                .filter(node -> node.pointer().equals("/components/schemas/" + name))
                .findFirst()
                .orElseThrow();
    }

    private static MediaTypeObject type(String mediaType, String schema) {
        return new MediaTypeObject(mediaType, Optional.of(schema(schema)), place());
    }

    private static Place place() {
        return new Place(CONTRACT.document(), "/here");
    }

    private static final List<MediaTypeObject> TYPES = List.of(
            type("*/*", "Any"),
            type("application/json", "Pet"),
            type("application/vnd.count+json", "Count"),
            type("application/maybe+json", "Maybe"),
            type("text/*", "Word"),
            type("text/count", "Count"),
            type("application/octet-stream", "Blob"),
            new MediaTypeObject("image/png", Optional.empty(), place()));

    private static Operation operation(String method, Optional<RequestBody> body, List<ResponseDeclaration> responses) {
        return new Operation(
                "t", method, List.of(""), PathTemplate.parse("/t"), List.of(), body, responses, List.of(), place());
    }

    private static String request(boolean required, String contentType, byte[] bytes) {
        RequestChecker checker = new RequestChecker(
                operation("POST", Optional.of(new RequestBody(required, TYPES, place())), List.of()),
                CompiledSchemas.of(CONTRACT, SchemaOptions.DEFAULT),
                new Schemas(CONTRACT),
                JsonLimits.DEFAULT,
                UnknownQueryParameters.IGNORE);
        return checker.check(Map.of(), Optional.empty(), Headers.none(), bytes, MediaType.parse(contentType))
                .fold(ContentsTest::text, violations -> text(violations));
    }

    private static String text(Arguments arguments) {
        return arguments
                .body()
                .map(JsonNode::toString)
                .orElseGet(() -> arguments
                        .received()
                        .map(received -> received.content().bytes().length + " bytes of "
                                + received.declared().mediaType())
                        .orElse("no body"));
    }

    private static String text(List<Violation> violations) {
        return String.join(
                ", ",
                violations.stream()
                        .map(violation -> violation.in()
                                + violation.name().map(name -> " " + name).orElse("") + violation.pointer() + " "
                                + violation.keyword())
                        .toList());
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

    private static String response(String method, Response response) {
        Header count = new Header(
                "X-Count", true, new Serialization.Styled(Style.SIMPLE, false, false), schema("Counts"), place());
        Header json = new Header("X-Pet", false, new Serialization.Content("application/json"), schema("Pet"), place());
        Header cookie = new Header(
                "set-cookie", true, new Serialization.Styled(Style.SIMPLE, false, false), schema("Word"), place());
        List<ResponseDeclaration> responses = List.of(
                new ResponseDeclaration("200", List.of(), TYPES.subList(1, TYPES.size()), place()),
                new ResponseDeclaration("204", List.of(), TYPES, place()),
                new ResponseDeclaration("2XX", List.of(count, json), List.of(), place()),
                new ResponseDeclaration("404", List.of(cookie), List.of(), place()));
        ResponseChecker checker = new ResponseChecker(
                operation(method, Optional.empty(), responses),
                CompiledSchemas.of(CONTRACT, SchemaOptions.DEFAULT),
                new Schemas(CONTRACT),
                JsonLimits.DEFAULT);
        return text(checker.check(response).violations());
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
        ResponseChecker checker = new ResponseChecker(
                operation("GET", Optional.empty(), List.of(new ResponseDeclaration("200", List.of(), TYPES, place()))),
                CompiledSchemas.of(CONTRACT, SchemaOptions.DEFAULT),
                new Schemas(CONTRACT),
                JsonLimits.DEFAULT);
        byte[] bytes = " {\"name\": \"Rex\"} ".getBytes(StandardCharsets.UTF_8);
        Content sent = checker.check(Response.of(200, "application/json", bytes))
                .response()
                .content();
        assertThat(sent.bytes()).isSameAs(bytes);
    }
}
