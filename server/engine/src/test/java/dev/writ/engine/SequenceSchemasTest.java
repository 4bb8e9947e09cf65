package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.handler.OperationResponse;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which schema an item of a sequence has, however the document says it. */
class SequenceSchemasTest {
    private static final List<String> WRONG = List.of("{\"n\":\"x\"}", "{}", "[{\"n\":1}]");
    private static final String OPENAPI = """
            openapi: 3.1.0
            info: {title: S, version: '1'}
            paths:
              /items:
                post:
                  operationId: take
                  requestBody: {required: true, content: {TYPE: {schema: SCHEMA}}}
                  responses: {'204': {description: ok}, default: {description: no}}
                get:
                  operationId: give
                  responses:
                    '200': {description: ok, content: {TYPE: {schema: SCHEMA}}}
                    default: {description: no}
            components:
              schemas:
                Item: {type: object, required: [n], properties: {n: {type: integer}}}
                List: {type: array, items: {$ref: '#/components/schemas/Item'}}
                'a/b %': {type: array, items: {properties: {n: {maximum: 9}}}}
            """;
    private static final String SWAGGER = """
            swagger: '2.0'
            info: {title: S, version: '1'}
            paths:
              /items:
                post:
                  operationId: take
                  consumes: [TYPE]
                  parameters: [{name: body, in: body, required: true, schema: SCHEMA}]
                  responses: {'204': {description: ok}, default: {description: no}}
                get:
                  operationId: give
                  produces: [TYPE]
                  responses:
                    '200': {description: ok, schema: SCHEMA}
                    default: {description: no}
            definitions:
              Item: {type: object, required: [n], properties: {n: {type: integer}}}
              List: {type: array, items: {$ref: '#/definitions/Item'}}
            """;

    private static Writ writ(String version, String type, String schema) {
        boolean swagger = version.equals("2.0");
        String definitions = swagger ? "#/definitions/" : "#/components/schemas/";
        String document = (swagger ? SWAGGER : OPENAPI)
                .replace("TYPE", "'" + type + "'")
                .replace("SCHEMA", schema.replaceAll("@([A-Za-z0-9~%]+)", "{\\$ref: '" + definitions + "$1'}"));
        return Writ.contract(ContractReader.parse("items.yaml", document)).responseChecks(ResponseChecks.ENFORCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3.1 | application/jsonl | @Item",
                "3.1 | application/jsonl | @List",
                "3.1 | application/jsonl | {allOf: [@List, {maxItems: 5}]}",
                "3.1 | application/jsonl | {allOf: [{allOf: [@List]}]}",
                "3.1 | application/jsonl | {$ref: '#/components/schemas/List', description: more}",
                "3.1 | application/jsonl | {allOf: [@List, @a~1b%20%25]}",
                "3.1 | application/jsonl | {items: @Item}",
                "3.1 | application/* | @List",
                "3.1 | application/* | @Item",
                "3.1 | */* | @List",
                "2.0 | application/jsonl | @Item",
                "2.0 | application/jsonl | @List",
                "2.0 | application/jsonl | {allOf: [@List]}",
                "2.0 | application/* | @List",
            })
    void items_are_checked(String version, String type, String schema) {
        Writ taking = writ(version, type, schema)
                .unimplemented(Unimplemented.NOT_IMPLEMENTED)
                .on("take", request -> {
                    request.items(Object.class).forEach(item -> {});
                    return null;
                });
        try (TestClient client = taking.testClient()) {
            assertThat(send(client, "{\"n\":1}\n{\"n\":2}\n")).isEqualTo(204);
            for (String wrong : WRONG) {
                assertThat(send(client, "{\"n\":1}\n" + wrong + "\n")).as(wrong).isEqualTo(400);
            }
        }
        for (String sent : List.of("{\"n\":1}", WRONG.get(0), WRONG.get(1), WRONG.get(2))) {
            Writ giving = writ(version, type, schema)
                    .unimplemented(Unimplemented.NOT_IMPLEMENTED)
                    .on(
                            "give",
                            request -> OperationResponse.of(
                                    200, "application/jsonl", (sent + "\n").getBytes(StandardCharsets.UTF_8)));
            try (TestClient client = giving.testClient()) {
                assertThat(client.get("/items").send().status()).as(sent).isEqualTo(WRONG.contains(sent) ? 500 : 200);
            }
        }
    }

    private static int send(TestClient client, String lines) {
        return client.post("/items").body("application/jsonl", lines).send().status();
    }
}
