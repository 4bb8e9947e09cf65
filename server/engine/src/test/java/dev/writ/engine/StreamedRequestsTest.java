package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.api.ServerSentEvent;
import dev.writ.engine.core.StreamSettings;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.handler.OperationHandler;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that are sequences of items, and answers as the test client sees them. */
class StreamedRequestsTest {
    /** As an application would have it. */
    record Reading(String name, int value) {}

    private static Writ writ(String operationId, OperationHandler handler) {
        return Writ.contract("streams.yaml")
                .unimplemented(Unimplemented.NOT_IMPLEMENTED)
                .on(operationId, handler);
    }

    private static final OperationHandler SUM = request -> Integer.toString(
            request.items(Reading.class).mapToInt(Reading::value).sum());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-ndjson | {"name":"a","value":1}\\n{"name":"b","value":2}\\n              | 3
            application/x-ndjson | {"name":"a","value":1}\\r\\n\\r\\n{"name":"b","value":2}        | 3
            application/x-ndjson | ''                                                             | 0
            application/x-ndjson | \\uFEFF{"name":"a","value":1}\\n                                | 1
            application/json-seq | \\x1E{"name":"a",\\n"value":1}\\n\\x1E\\x1E{"name":"b","value":2}\\n | 3
            text/event-stream    | data: {"name":"a",\\ndata: "value":1}\\n\\n: x\\n\\ndata:{"name":"b","value":2}\\n\\ndata: {"lost | 3
            text/event-stream    | \\uFEFFdata: {"name":"a","value":1}\\r\\n\\r\\nid: 4\\r\\r       | 1
            """)
    void items_are_handed_over_as_they_are(String type, String content, String sum) {
        TestResponse response = writ("sendLines", SUM)
                .testClient()
                .post("/lines")
                .body(type, unescaped(content))
                .send();
        assertThat(response.toString()).isEqualTo("200 " + sum);
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\x1E", "\u001E")
                .replace("\\uFEFF", "\uFEFF");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-ndjson | {"name":"a","value":1}\\n{"name":"b","value":2}\\n{"name":7,"value":2}\\n | /2/name | type
            application/x-ndjson | {"name":"a","value":1}\\n{"name":"b"\\n                                    | /1      | json
            application/x-ndjson | {"name":"a","value":1} {"name":"b","value":1}\\n                          | /0      | json
            application/x-ndjson | {"name":"a","value":1e999999}\\n                                          | /0/value | number
            application/json-seq | {"name":"a","value":1}\\n                                                  | /0      | json
            application/x-ndjson | {"name":"a","value":1}\\n\\uFEFF{"name":"b","value":2}\\n | /1 | json
            application/json-seq | \\uFEFF\\x1E{"name":"a","value":1}\\n | /0 | json
            application/json-seq | \\x1E\\uFEFF{"name":"a","value":1}\\n | /0 | json
            application/json-seq | \\x1E12                                                                    | /0      | json
            text/event-stream    | data: {"name":"a","value":1}\\n\\ndata: {"name":"b"}\\n\\n                | /1/data/value | required
            """)
    void an_item_outside_the_contract_is_a_400_with_its_place(
            String type, String content, String pointer, String keyword) {
        TestResponse response = writ("sendLines", SUM)
                .testClient()
                .post("/lines")
                .body(type, unescaped(content))
                .send();
        assertThat(response.status()).isEqualTo(400);
        JsonNode violation = response.json().get("violations").get(0);
        assertThat(violation.get("in").asText()).isEqualTo("body");
        assertThat(violation.get("pointer").asText()).startsWith(pointer.replace("/value", ""));
        assertThat(violation.get("keyword").asText()).isEqualTo(keyword);
    }

    @Test
    void items_before_a_wrong_one_have_been_handed_over() {
        List<Integer> seen = new ArrayList<>();
        TestResponse response = writ("sendLines", request -> {
                    request.items(Reading.class).forEach(reading -> seen.add(reading.value()));
                    return "";
                })
                .testClient()
                .post("/lines")
                .body("application/x-ndjson", "{\"name\":\"a\",\"value\":1}\n{}\n")
                .send();
        assertThat(response.status()).isEqualTo(400);
        assertThat(seen).containsExactly(1);
    }

    @Test
    void what_the_type_cannot_hold_is_a_400_with_its_place_as_well() {
        record Small(byte value) {}
        TestResponse response = writ(
                        "sendLines",
                        request -> Long.toString(request.items(Small.class).count()))
                .testClient()
                .post("/lines")
                .body("application/x-ndjson", "{\"name\":\"a\",\"value\":1}\n{\"name\":\"a\",\"value\":1000}\n")
                .send();
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().at("/violations/0/pointer").asText()).isEqualTo("/1/value");
    }

    @Test
    void the_whole_and_each_item_have_bounds_of_their_own() {
        String item = "{\"name\":\"" + "n".repeat(100) + "\",\"value\":1}\n";
        Writ writ = writ("sendLines", SUM).maxBodySize(200).streams(StreamSettings.DEFAULT.withMaxRequestSize(2_000));
        TestClient client = writ.testClient();
        assertThat(send(client, item.repeat(10)).toString()).isEqualTo("200 10");
        assertThat(send(client, item.repeat(30)).status()).isEqualTo(413);
        assertThat(send(client, "{\"name\":\"" + "n".repeat(300) + "\",\"value\":1}\n")
                        .status())
                .isEqualTo(413);
    }

    private static TestResponse send(TestClient client, String lines) {
        return client.post("/lines").body("application/x-ndjson", lines).send();
    }

    @Test
    void a_body_is_required_where_the_contract_says_so() {
        assertThat(writ("sendLines", SUM).testClient().post("/lines").send().status())
                .isEqualTo(400);
    }

    @Test
    void a_body_as_bytes_is_checked_too() {
        TestClient client = writ("sendLines", request -> Integer.toString(request.bytes().length))
                .testClient();
        String item = "{\"name\":\"a\",\"value\":1}\n";
        assertThat(send(client, item + item).toString()).isEqualTo("200 " + 2 * item.length());
        assertThat(send(client, item + "{}\n").status()).isEqualTo(400);
    }

    @Test
    void no_item_can_be_had_once_the_request_is_answered() {
        AtomicBoolean refused = new AtomicBoolean();
        List<Iterator<Reading>> kept = new ArrayList<>();
        TestClient client = writ("sendLines", request -> {
                    kept.add(request.items(Reading.class).iterator());
                    return "early";
                })
                .testClient();
        assertThat(send(client, "{\"name\":\"a\",\"value\":1}\n").toString()).isEqualTo("200 early");
        assertThatThrownBy(() -> kept.get(0).hasNext()).isInstanceOf(IllegalStateException.class);
        assertThat(refused).isFalse();
    }

    @Test
    void items_arrive_while_the_client_still_sends_and_answers_while_it_does() throws Exception {
        OperationHandler echo = request -> request.items(Reading.class);
        try (WritServer server = writ("echo", echo).listen("127.0.0.1", 0).start();
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String head = String.join(
                    "\r\n",
                    "POST /echo HTTP/1.1",
                    "Host: a",
                    "Content-Type: application/jsonl",
                    "Transfer-Encoding: chunked",
                    "",
                    "");
            out.write(head.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 3; i++) {
                String item = "{\"name\":\"a\",\"value\":" + i + "}\n";
                out.write(
                        (Integer.toHexString(item.length()) + "\r\n" + item + "\r\n").getBytes(StandardCharsets.UTF_8));
                assertThat(line(in, "\"value\"")).contains("\"value\":" + i);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(line(in, "0")).isEqualTo("0");
        }
    }

    private static @Nullable String line(BufferedReader in, String text) throws Exception {
        String line = in.readLine();
        while (line != null && !line.contains(text)) {
            line = in.readLine();
        }
        return line;
    }

    @Test
    void the_test_client_reads_items_one_by_one_and_leaves_when_closed() {
        AtomicInteger pulled = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        TestClient client = writ(
                        "lines",
                        request -> Stream.generate(() -> Map.of("name", "n", "value", pulled.incrementAndGet()))
                                .onClose(() -> closed.set(true)))
                .testClient();
        TestResponse response = client.get("/lines").send();
        Iterator<JsonNode> items = response.items();
        assertThat(items.next().get("value").asInt()).isEqualTo(1);
        assertThat(items.next().get("value").asInt()).isEqualTo(2);
        assertThat(pulled).hasValue(2);
        response.close();
        assertThat(closed).isTrue();
    }

    @Test
    void the_test_client_sees_events_and_what_is_outside_the_contract() {
        TestClient client = writ(
                        "events",
                        request -> IntStream.range(0, 3)
                                .mapToObj(i -> ServerSentEvent.of(i == 2 ? Map.of() : Map.of("name", "n", "value", i))
                                        .withId("id" + i)))
                .testClient();
        Iterator<JsonNode> events = client.get("/events").send().items();
        JsonNode first = events.next();
        assertThat(first.get("id").asText()).isEqualTo("id0");
        assertThat(first.get("data").asText()).contains("\"value\":0");
        events.next();
        assertThatThrownBy(events::hasNext).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void text_that_would_end_a_line_cannot_make_fields_of_its_own() {
        String hostile = "a\nevent: x\r\rdata: y\u2028z";
        TestResponse response = Writ.contract("streams.yaml")
                .unimplemented(Unimplemented.NOT_IMPLEMENTED)
                .on(
                        "events",
                        request -> Stream.of(
                                ServerSentEvent.ofComment(hostile),
                                ServerSentEvent.of(Map.of("name", hostile, "value", 1))
                                        .withComment(hostile)))
                .testClient()
                .get("/events")
                .send();
        String text = response.text();
        assertThat(text.lines().filter(line -> !line.isEmpty()).collect(Collectors.toList()))
                .allMatch(line -> line.startsWith(": ") || line.startsWith("data: {"));
        assertThatThrownBy(() -> ServerSentEvent.of("x").withId("1\ndata: y"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ServerSentEvent.of("x").withEvent("1\r")).isInstanceOf(IllegalArgumentException.class);
    }
}
