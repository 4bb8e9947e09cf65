package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.api.FilePart;
import dev.writ.api.OperationId;
import dev.writ.api.TypedResponse;
import dev.writ.engine.handler.OperationResponse;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that have parts, and parts that are items, as arguments of resources and for handlers. */
class NestedFormsTest {
    private static final String CONTRACT = """
            openapi: 3.2.0
            info: {title: F, version: '1'}
            paths:
              /letters:
                post:
                  operationId: addLetter
                  requestBody:
                    required: true
                    content:
                      multipart/form-data:
                        schema:
                          type: object
                          required: [title, letter]
                          properties:
                            title: {type: string}
                            letter:
                              type: object
                              properties: {pages: {type: integer}, scans: {type: array, items: {}}}
                        encoding:
                          letter: {contentType: multipart/mixed, encoding: {scans: {contentType: image/png}}}
                  responses: {'200': &text {description: ok, content: {text/plain: {schema: {type: string}}}}}
              /records:
                post:
                  operationId: addRecords
                  requestBody:
                    required: true
                    content: {multipart/mixed: {itemSchema: {type: object, properties: {n: {type: integer}}}}}
                  responses: {'200': *text}
            """;

    private static final String LETTER = """
            --x
            Content-Disposition: form-data; name=title

            Dear
            --x
            Content-Disposition: form-data; name=letter
            Content-Type: multipart/mixed; boundary=y

            --y
            Content-Disposition: form-data; name=pages

            2
            --y
            Content-Disposition: form-data; name=scans; filename=a.png
            Content-Type: image/png

            PNG
            --y--
            --x--
            """;

    private static final String RECORDS = """
            --x
            Content-Type: application/json

            {"n": 1}
            --x
            Content-Type: application/json

            {"n": 2}
            --x--
            """;

    record Letter(String title, Inner letter) {
        String told() {
            String scans = letter.scans().stream()
                    .map(scan -> scan.fileName().orElse("-") + " " + scan.size())
                    .collect(Collectors.joining(","));
            return title + " " + letter.pages() + " " + scans;
        }
    }

    record Inner(int pages, List<FilePart> scans) {}

    record Numbered(int n) {}

    static final class Text extends TypedResponse {
        Text(String text) {
            super(200, Payload.of(text, "text/plain"));
        }
    }

    @Path("/")
    interface Api {
        @POST
        @Path("/letters")
        @OperationId("addLetter")
        Text addLetter(Letter body);

        @POST
        @Path("/records")
        @OperationId("addRecords")
        Text addRecords(List<Numbered> body);
    }

    static final class Resource implements Api {
        @Override
        public Text addLetter(Letter body) {
            return new Text(body.told());
        }

        @Override
        public Text addRecords(List<Numbered> body) {
            return new Text(body.toString());
        }
    }

    private static Writ service(boolean resources) {
        Writ contract = Writ.contract(ContractReader.parse("letters.yaml", CONTRACT));
        return resources
                ? contract.resources(Resource.class)
                : contract.on(
                                "addLetter",
                                request -> OperationResponse.text(
                                        200, request.body(Letter.class).told()))
                        .on(
                                "addRecords",
                                request -> OperationResponse.text(
                                        200,
                                        List.of(request.body(Numbered[].class)).toString()));
    }

    private static TestResponse send(TestClient client, String path, String type, String body) {
        return client.post(path)
                .body(type + "; boundary=x", body.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
                .send();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void parts_of_a_part_are_a_record_within_a_record(boolean resources) {
        try (TestClient client = service(resources).testClient()) {
            assertThat(send(client, "/letters", "multipart/form-data", LETTER).text())
                    .isEqualTo("Dear 2 a.png 3");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void parts_that_are_items_are_a_list(boolean resources) {
        try (TestClient client = service(resources).testClient()) {
            assertThat(send(client, "/records", "multipart/mixed", RECORDS).text())
                    .isEqualTo("[Numbered[n=1], Numbered[n=2]]");
        }
    }

    @Test
    void what_is_wrong_within_a_part_is_told_with_its_place() {
        try (TestClient client = service(false).testClient()) {
            TestResponse response = send(
                    client,
                    "/letters",
                    "multipart/form-data",
                    LETTER.replace("\n2\n", "\nmany\n").replace("image/png", "image/gif"));
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.json().at("/violations").findValuesAsText("pointer"))
                    .containsExactlyInAnyOrder("/letter/scans", "/letter/pages");
            assertThat(response.json().at("/violations").findValuesAsText("schemaLocation"))
                    .allSatisfy(location -> assertThat(location).contains("letters.yaml#/paths/~1letters/"));
        }
    }
}
