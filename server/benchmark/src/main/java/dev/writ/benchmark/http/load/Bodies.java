package dev.writ.benchmark.http.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A key and content for the contract: an order of about 900 bytes, an array of 100 KB, an order that is refused. */
public final class Bodies {
    /** The API key that is known. */
    public static final String KEY = "8d1f4a52c0b9473e";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int ARRAY_BYTES = 100_000;

    private Bodies() {}

    public static ObjectNode orderTree() {
        try (InputStream stream = Bodies.class.getResourceAsStream("/http/order.json")) {
            return (ObjectNode) MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] order() {
        return bytes(orderTree());
    }

    static byte[] orders() {
        return bytes(orderTrees());
    }

    public static ArrayNode orderTrees() {
        int size = order().length;
        ArrayNode orders = MAPPER.createArrayNode();
        for (int bytes = 0; bytes < ARRAY_BYTES; bytes += size) {
            orders.add(orderTree());
        }
        return orders;
    }

    /** Wrong in three places, the last of them at the end. */
    static byte[] invalidOrder() {
        ObjectNode order = orderTree();
        order.put("placedAt", "yesterday");
        order.put("status", "lost");
        ((ObjectNode) order.at("/items/4")).put("quantity", 0);
        return bytes(order);
    }

    private static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
