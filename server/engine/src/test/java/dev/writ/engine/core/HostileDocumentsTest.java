package dev.writ.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.testing.TestClient;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small documents that are made to cost: the time-out tells what is not bounded at all. */
@Timeout(30)
class HostileDocumentsTest {
    private static final int LEVELS = 40;

    @Test
    void a_parameter_whose_schema_has_a_million_million_branches_is_served() {
        for (String keyword : new String[] {"allOf", "anyOf"}) {
            String schemas = IntStream.range(0, LEVELS)
                    .mapToObj(i -> "    S" + i + ": {" + keyword + ": [{$ref: '#/components/schemas/S" + (i + 1)
                            + "'}, {type: [object, integer], " + keyword + ": [{$ref: '#/components/schemas/S" + (i + 1)
                            + "'}]}]}\n")
                    .collect(Collectors.joining());
            String document = """
                    openapi: 3.1.0
                    info: {title: T, version: '1'}
                    paths:
                      /a:
                        get:
                          operationId: get
                          parameters:
                            - {name: q, in: query, style: deepObject, explode: true, schema: {$ref: '#/components/schemas/S0'}}
                            - {name: n, in: query, schema: {$ref: '#/components/schemas/S0'}}
                          responses: {'204': {description: ok}}
                    components:
                      schemas:
                    """ + schemas + "    S" + LEVELS
                    + ": {type: [object, integer], properties: {a: {type: integer}}}\n";
            TestClient client = TestClient.of(new EngineBuilder(ContractReader.parse("t.yaml", document))
                    .on("get", call -> Response.of(204))
                    .build());
            assertThat(client.get("/a?n=3").send().status()).isEqualTo(204);
            assertThat(client.get("/a?q[a]=1").send().status()).isEqualTo(204);
            assertThat(client.get("/a?n=x").send().status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x: \"%s\"", "x: '%s'", "x: %s"})
    void a_scalar_of_megabytes_is_read(String member) {
        String document = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
                + member.replace("x:", "x-long:").formatted("y".repeat(8_000_000));
        assertThat(ContractReader.parse("t.yaml", document).operations()).isEmpty();
    }

    @Test
    void defaults_that_are_each_asked_of_many_schemas_are_not_asked_for_ever() {
        String alternatives =
                IntStream.range(0, 20_000).mapToObj(i -> "{const: " + i + "}").collect(Collectors.joining(", "));
        String schemas = IntStream.range(0, 20_000)
                .mapToObj(i -> "    S" + i + ": {default: x, $ref: '#/components/schemas/Any'}\n")
                .collect(Collectors.joining());
        String document = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
                + "    Any: {anyOf: [" + alternatives + "]}\n" + schemas;
        assertThat(ContractReader.parse("t.yaml", document).warnings())
                .hasSizeGreaterThan(100)
                .allSatisfy(told -> assertThat(told.toString()).contains("the default breaks its own schema"));
    }
}
