package dev.writ.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What this contract has set itself to be, beyond being valid. */
class CraftTest {
    private static final Contract CONTRACT = ContractReader.read("openapi.yaml");
    private static final JsonNode ROOT = CONTRACT.document().root();

    @Test
    void every_operation_has_an_id_one_tag_a_summary_and_its_errors() {
        forEachOperation((name, operation) -> {
            assertThat(operation.path("operationId").asText()).as(name).isNotEmpty();
            assertThat(operation.path("tags")).as(name).hasSize(1);
            assertThat(operation.path("summary").asText()).as(name).isNotEmpty();
            Set<String> expected = new TreeSet<>(Set.of("406", "500", "503"));
            boolean open = operation.path("security").isArray()
                    && operation.path("security").isEmpty();
            if (!open) {
                expected.add("401");
                expected.add("400");
            }
            if (operation.has("requestBody")) {
                expected.addAll(Set.of("400", "413", "415"));
            }
            if (name.startsWith("get ")) {
                expected.add("304");
            }
            if (name.contains("{")) {
                expected.add("404");
            }
            if (operation.path("parameters").toString().contains("IfMatch")) {
                expected.add("412");
            }
            assertThat(operation.path("responses").fieldNames())
                    .toIterable()
                    .as(name)
                    .containsAll(expected);
        });
    }

    @Test
    void every_string_and_number_is_bounded_and_every_request_object_closed() {
        List<String> faults = new ArrayList<>();
        walk(ROOT, "", (pointer, schema) -> {
            String type = schema.path("type").asText();
            boolean isSchema = pointer.matches(".*(/schema|/schemas/[^/]+|/properties/[^/]+|/items)$");
            if (!isSchema) {
                return;
            }
            if (type.equals("string") && !schema.has("maxLength")) {
                faults.add(pointer + ": maxLength");
            }
            if (type.equals("integer") && !(schema.has("format") && schema.has("minimum") && schema.has("maximum"))) {
                faults.add(pointer + ": format, minimum, maximum");
            }
            if (type.equals("array") && !schema.has("maxItems")) {
                faults.add(pointer + ": maxItems");
            }
        });
        forEachOperation((name, operation) -> operation
                .path("requestBody")
                .path("content")
                .forEach(media -> {
                    walk(resolve(media.path("schema")), "", (pointer, schema) -> {
                        JsonNode object = resolve(schema);
                        if (object.path("type").asText().equals("object")
                                && object.path("additionalProperties").asBoolean(true)) {
                            faults.add(name + pointer + ": additionalProperties");
                        }
                    });
                }));
        assertThat(faults).isEmpty();
    }

    @Test
    void nothing_in_it_is_warned_of_such_as_an_example_that_breaks_its_schema() {
        assertThat(CONTRACT.warnings()).isEmpty();
    }

    @Test
    void every_body_and_parameter_has_an_example() {
        List<String> faults = new ArrayList<>();
        walk(ROOT, "", (pointer, node) -> {
            boolean media = pointer.matches(".*/content/[^/]+$");
            boolean parameter = pointer.matches("/components/(parameters|headers)/[^/]+$");
            if ((media || parameter)
                    && !node.has("example")
                    && node.path("examples").isEmpty()) {
                faults.add(pointer + ": no example");
            }
        });
        assertThat(faults).isEmpty();
    }

    private static void forEachOperation(BiConsumer<String, JsonNode> action) {
        for (Map.Entry<String, JsonNode> path : ROOT.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue().has("responses")) {
                    action.accept(operation.getKey() + " " + path.getKey(), operation.getValue());
                }
            }
        }
    }

    private static JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : ROOT.at(reference.substring(1));
    }

    private static void walk(JsonNode node, String pointer, BiConsumer<String, JsonNode> action) {
        action.accept(pointer, node);
        node.properties()
                .forEach(member -> walk(
                        member.getValue(),
                        pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                        action));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), pointer + "/" + i, action);
            }
        }
    }
}
