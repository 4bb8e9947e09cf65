package dev.writ.engine.validate.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.parse.ContractReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code contentSchema} of the data of events, wherever the contract has it. */
class EventContentTest {
    private static final String COMPONENTS = """
            schemas:
              Event: {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Data'}}}
              Data:
                type: string
                contentMediaType: application/json
                contentSchema: {type: object, required: [n], properties: {n: {type: integer}}}
              Plain: {type: object, properties: {data: {type: string}, id: {type: string}}}
            """;

    private static String content(String itemSchema) {
        return "text/event-stream: {itemSchema: "
                + itemSchema.replaceAll("@([A-Za-z]+)", "{\\$ref: '#/components/schemas/$1'}") + "}";
    }

    private static String send(String itemSchema, String data) {
        return Forms.ofContent("3.2.0", content(itemSchema), COMPONENTS)
                .send("text/event-stream", ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Event",
                "{$ref: '#/components/schemas/Event', description: more}",
                "{$ref: '#/components/schemas/Plain', properties: {data: @Data}}",
                "{allOf: [@Plain, @Event]}",
                "{allOf: [{allOf: [@Event]}], required: [data]}",
                "{allOf: [{anyOf: [{properties: {data: @Data}}]}, @Event]}",
                "{properties: {data: {allOf: [@Data]}}}",
                "{properties: {data: {$ref: '#/components/schemas/Data', maxLength: 99}}}",
                "{properties: {data: {contentMediaType: 'Application/JSON; charset=utf-8', contentSchema: {properties: {n: {type:"
                        + " integer}}, required: [n]}}}}",
                "{properties: {data: {contentMediaType: application/vnd.a+json, contentSchema: {properties: {n: {type:"
                        + " integer}}, required: [n]}}}}",
            })
    void is_enforced_of_every_event(String event) {
        assertThat(send(event, "{\"n\":1}")).isEqualTo("{\"data\":\"{\\\"n\\\":1}\"}");
        assertThat(send(event, "{\"n\":\"x\"}")).isEqualTo("400: /0/data/n type");
        assertThat(send(event, "{}")).isEqualTo("400: /0/data required");
        assertThat(send(event, "no JSON")).isEqualTo("400: /0/data json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"n\":1,\"m\":2} | {\"data\":\"{\\\"n\\\":1,\\\"m\\\":2}\"}",
                "{\"n\":1,\"m\":\"x\"} | 400: /0/data/m type",
                "{\"n\":\"x\",\"m\":\"x\"} | 400: /0/data/n type, /0/data/m type",
            })
    void all_of_them_hold_together(String data, String expected) {
        String more = "{contentMediaType: application/json, contentSchema: {properties: {m: {type: integer}}}}";
        assertThat(send("{allOf: [@Event, {properties: {data: " + more + "}}]}", data))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{oneOf: [@Event]} | #/components/schemas/Data/contentSchema",
                "{anyOf: [{properties: {id: {type: string}}}, {allOf: [@Event]}]} | #/components/schemas/Data/contentSchema",
                "{properties: {data: {oneOf: [@Data, {minLength: 9}]}}} | #/components/schemas/Data/contentSchema",
                "{if: {required: [id]}, then: @Event} | #/components/schemas/Data/contentSchema",
                "{properties: {data: {contentMediaType: application/json, contentEncoding: base64, contentSchema: {type:"
                        + " object}}}} | /itemSchema/properties/data/contentSchema",
                "{properties: {data: {contentMediaType: application/xml, contentSchema: {type: object}}}}"
                        + " | /itemSchema/properties/data/contentSchema",
            })
    void what_is_not_enforced_is_told_with_its_place(String event, String place) {
        String document = """
                openapi: 3.2.0
                info: {title: T, version: '1'}
                paths:
                  /form:
                    post:
                      requestBody:
                        content:
                %s
                      responses: {default: {description: any}}
                components:
                %s
                """.formatted(content(event).indent(10), COMPONENTS.indent(2));
        assertThat(ContractReader.parse("t.yaml", document).warnings())
                .filteredOn(warning -> warning.toString().contains("not enforced"))
                .singleElement()
                .asString()
                .contains(place.replaceFirst("^#", ""));
        assertThat(send(event, "[]")).isEqualTo("{\"data\":\"[]\"}");
    }
}
