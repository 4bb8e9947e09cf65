package dev.writ.engine.validate.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of OpenAPI 3.2.0, section "Media Type Object", of content that is a sequence of items. */
class SequentialExamplesTest {
    private static final String COMPONENTS = """
            schemas:
              LogEntry:
                type: object
                properties:
                  timestamp: {type: string, format: date-time}
                  level: {type: integer, minimum: 0}
                  message: {type: string}
              Log: {type: array, items: {$ref: '#/components/schemas/LogEntry'}, maxItems: 100}
              Event:
                type: object
                required: [data]
                properties:
                  data: {type: string}
                  event: {type: string}
                  id: {type: string}
                  retry: {type: integer, minimum: 0}
            """;

    private static final String ADDED = """
            text/event-stream:
              itemSchema:
                $ref: '#/components/schemas/Event'
                required: [event]
                oneOf:
                - properties: {event: {const: addString}}
                - properties:
                    event: {const: addInt64}
                    data: {format: int64}
                - properties:
                    event: {const: addJson}
                    data:
                      contentMediaType: application/json
                      contentSchema: {type: object, required: [foo], properties: {foo: {type: integer}}}
            """;

    private static final String ITEM = "%s: {itemSchema: {$ref: '#/components/schemas/LogEntry'}}";
    private static final String WHOLE = "%s: {schema: {$ref: '#/components/schemas/Log'}}";
    private static final String SEQUENCE = "application/json-seq";
    private static final String EVENTS = "text/event-stream";

    private static final String HI = "{\"timestamp\":\"1985-04-12T23:20:50.52Z\",\"level\":1,\"message\":\"Hi!\"}";
    private static final String BYE = "{\"timestamp\":\"1985-04-12T23:20:51.37Z\",\"level\":1,\"message\":\"Bye!\"}";

    private static final String LINES = """
            {"timestamp": "1985-04-12T23:20:50.52Z", "level": 1, "message": "Hi!"}
            {"timestamp": "1985-04-12T23:20:51.37Z", "level": 1, "message": "Bye!"}
            """;

    private static final String RECORDS = """
            \u001E{
              "timestamp": "1985-04-12T23:20:50.52Z",
              "level": 1,
              "message": "Hi!"
            }
            \u001E{
              "timestamp": "1985-04-12T23:20:51.37Z",
              "level": 1,
              "message": "Bye!"
            }
            """;

    private static final String STRING_AND_NUMBER = """
            event: addString
            data: This data is formatted
            data: across two lines
            retry: 5

            event: addInt64
            data: 1234.5678
            unknownField: this is ignored

            """;

    private static final String STRING_AND_NUMBER_SEEN =
            "{\"event\":\"addString\",\"retry\":5,\"data\":\"This data is formatted\\nacross two lines\"}\n"
                    + "{\"event\":\"addInt64\",\"data\":\"1234.5678\"}";

    private static Stream<Example> row(String section, String content, String type, String body, String seen) {
        return Example.of("3.2.0", section, content, type, body, seen);
    }

    static Stream<Example> asSpecified() {
        return Stream.of(
                        jsonLines("application/jsonl", ITEM),
                        jsonLines("application/jsonl", WHOLE),
                        jsonLines("application/x-ndjson", ITEM),
                        jsonLines("application/x-ndjson", WHOLE),
                        row(
                                "Sequential JSON: itemSchema",
                                ITEM.formatted(SEQUENCE),
                                SEQUENCE,
                                RECORDS,
                                HI + "\n" + BYE),
                        row("Sequential JSON: schema", WHOLE.formatted(SEQUENCE), SEQUENCE, RECORDS, HI + "\n" + BYE),
                        row(
                                "Sequential JSON: +json-seq",
                                ITEM.formatted("application/geo+json-seq"),
                                "application/geo+json-seq",
                                RECORDS,
                                HI + "\n" + BYE),
                        row(
                                "Sequential JSON: an item that is none",
                                ITEM.formatted(SEQUENCE),
                                SEQUENCE,
                                RECORDS.replaceFirst("1,", "-1,"),
                                "400: /0/level minimum"),
                        row(
                                "Server-Sent Event Streams",
                                ADDED,
                                EVENTS,
                                STRING_AND_NUMBER + ": This is a comment\nevent: addJson\ndata: {\"foo\": 42}\n\n",
                                STRING_AND_NUMBER_SEEN + "\n{\"event\":\"addJson\",\"data\":\"{\\\"foo\\\": 42}\"}"),
                        row(
                                "Server-Sent Event Streams: an event that the schema needs and nobody names",
                                ADDED,
                                EVENTS,
                                "data: a\n\n",
                                "400: /0 required, /0 oneOf"),
                        row(
                                "Special Considerations for Server-Sent Events: values of their types",
                                "text/event-stream: {itemSchema: {$ref: '#/components/schemas/Event'}}",
                                EVENTS,
                                "id: 7\nretry: 10\nevent: 1\ndata: 2\n\nretry: soon\ndata\n\n",
                                "{\"id\":\"7\",\"retry\":10,\"event\":\"1\",\"data\":\"2\"}\n{\"data\":\"\"}"))
                .flatMap(rows -> rows);
    }

    private static Stream<Example> jsonLines(String type, String content) {
        String section = "Sequential JSON: " + type + (content.equals(ITEM) ? " by itemSchema" : " by schema");
        return Stream.concat(
                row(section, content.formatted(type), type, LINES, HI + "\n" + BYE),
                row(
                        section + ", an item that is none",
                        content.formatted(type),
                        type,
                        LINES.replace("51.37Z", "51.37"),
                        "400: /1/timestamp format"));
    }

    @ParameterizedTest
    @MethodSource("asSpecified")
    void an_example_is_the_items_that_the_specification_gives_it(Example example) {
        assertThat(example.told(COMPONENTS)).isEqualTo(example.seen());
    }

    /**
     * The example of events as it is printed is not what is said of it: it names an event {@code addJSON} where the schema
     * has {@code addJson}, and the stream ends before the empty line without which that event is none (WHATWG HTML, section
     * 9.2.6).
     */
    static Stream<Example> asPrinted() {
        String third = ": This is a comment\nevent: addJSON\ndata: {\"foo\": 42}\n";
        return Stream.of(
                        row(
                                "Server-Sent Event Streams",
                                ADDED,
                                EVENTS,
                                STRING_AND_NUMBER + third,
                                STRING_AND_NUMBER_SEEN),
                        row(
                                "Server-Sent Event Streams, and an empty line",
                                ADDED,
                                EVENTS,
                                STRING_AND_NUMBER + third + "\n",
                                "400: /2 oneOf"))
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("asPrinted")
    void an_example_that_contradicts_its_own_schema_is_judged_by_the_schema(Example example) {
        assertThat(example.told(COMPONENTS)).isEqualTo(example.seen());
    }

    static Stream<Example> leftOpen() {
        return Stream.of(
                        // "contentSchema is not automatically validated": it is where it stands in the item's own
                        // schema.
                        row(
                                "Special Considerations for Server-Sent Events: contentSchema within oneOf",
                                ADDED,
                                EVENTS,
                                "event: addJson\ndata: {\"foo\": \"no number\"}\n\n",
                                "{\"event\":\"addJson\",\"data\":\"{\\\"foo\\\": \\\"no number\\\"}\"}"),
                        row(
                                "Special Considerations for Server-Sent Events: contentSchema of the item",
                                """
                                text/event-stream:
                                  itemSchema:
                                    type: object
                                    properties:
                                      data:
                                        type: string
                                        contentMediaType: application/json
                                        contentSchema: {type: object, properties: {foo: {type: integer}}}
                                """,
                                EVENTS,
                                "data: {\"foo\": \"no number\"}\n\n",
                                "400: /0/data/foo type"))
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("leftOpen")
    void what_the_specification_leaves_open_is_so_today(Example example) {
        assertThat(example.told(COMPONENTS)).isEqualTo(example.seen());
    }

    static Stream<Example> different() {
        return Stream.of(
                        // "The schema field MUST be applied to the complete content": items are handed over as they
                        // arrive,
                        // so what a schema says of all of them together is not checked; the contract's reader warns of
                        // it.
                        row(
                                "Complete vs Streaming Content: maxItems of the whole",
                                WHOLE.formatted("application/jsonl"),
                                "application/jsonl",
                                "{}\n".repeat(101),
                                "{}\n".repeat(100) + "{}"))
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("different")
    void what_the_specification_says_otherwise_is_so_today(Example example) {
        assertThat(example.told(COMPONENTS)).isEqualTo(example.seen());
    }
}
