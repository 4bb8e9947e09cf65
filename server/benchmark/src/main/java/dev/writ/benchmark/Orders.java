package dev.writ.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.parse.ContractReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The contract that is measured, its schemas, and bodies for it. */
final class Orders {
    static final String DOCUMENT = "orders.yaml";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int ARRAY_BYTES = 100_000;

    private Orders() {}

    static Contract contract() {
        return ContractReader.read(DOCUMENT);
    }

    /** The schema of what an operation takes. */
    static SchemaNode schema(Contract contract, String operationId) {
        return contract.operation(operationId)
                .orElseThrow()
                .requestBody()
                .orElseThrow()
                .content()
                .get(0)
                .schema()
                .orElseThrow();
    }

    /** The same schemas as a document of JSON Schema that begins with the one of that name, for validators of others. */
    static String jsonSchema(Contract contract, String name) {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$ref", "#/components/schemas/" + name);
        schema.set("$defs", contract.document().root().at("/components/schemas"));
        return schema.toString().replace("#/components/schemas/", "#/$defs/");
    }

    static byte[] order() {
        return bytes(read());
    }

    /** Wrong in three places, the last of them at the end. */
    static byte[] invalidOrder() {
        return bytes(invalid());
    }

    static byte[] array() {
        return bytes(orders());
    }

    /** Wrong in three places of the last order. */
    static byte[] invalidArray() {
        ArrayNode orders = orders();
        orders.set(orders.size() - 1, invalid());
        return bytes(orders);
    }

    private static ObjectNode invalid() {
        ObjectNode order = read();
        order.put("placedAt", "yesterday");
        order.put("status", "lost");
        ((ObjectNode) order.withArray("items").get(4)).put("quantity", 0);
        return order;
    }

    private static ArrayNode orders() {
        ArrayNode orders = MAPPER.createArrayNode();
        int size = order().length;
        for (int bytes = 0; bytes < ARRAY_BYTES; bytes += size) {
            orders.add(read());
        }
        return orders;
    }

    private static ObjectNode read() {
        try (InputStream stream = Orders.class.getResourceAsStream("/order.json")) {
            return (ObjectNode) MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
