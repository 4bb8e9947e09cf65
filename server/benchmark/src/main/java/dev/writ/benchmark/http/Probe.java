package dev.writ.benchmark.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.benchmark.http.load.Bodies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A request and what has to be answered.
 *
 * @param content for POST; none for GET
 * @param answer what a success has to say
 */
record Probe(String name, String path, Optional<String> key, Optional<String> content, int status, JsonNode answer) {
    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    /** Those that every contestant answers alike. */
    static List<Probe> accepted() {
        JsonNode receipt = JsonNodeFactory.instance
                .objectNode()
                .put("number", "EU-004217")
                .put("pieces", 8)
                .put("total", 55.75);
        int orders = Bodies.orderTrees().size();
        JsonNode batch =
                JsonNodeFactory.instance.objectNode().put("orders", orders).put("pieces", 8 * orders);
        return List.of(
                new Probe(
                        "an order by its number",
                        "/orders/EU-004217",
                        Optional.of(Bodies.KEY),
                        Optional.empty(),
                        200,
                        Bodies.orderTree()),
                post("/orders", Bodies.orderTree(), 201, receipt, "an order"),
                post("/batches", Bodies.orderTrees(), 201, batch, "orders"));
    }

    /** Those that the contract refuses, each for one reason. */
    static List<Probe> refused() {
        List<Probe> probes = new ArrayList<>();
        probes.add(new Probe("no key", "/orders/EU-004217", Optional.empty(), Optional.empty(), 401, NOTHING));
        probes.add(new Probe("a wrong key", "/orders/EU-004217", Optional.of("x"), Optional.empty(), 401, NOTHING));
        probes.add(new Probe(
                "a number that is none", "/orders/4217", Optional.of(Bodies.KEY), Optional.empty(), 400, NOTHING));
        probes.add(wrong("a missing property", order -> order.remove("total")));
        probes.add(wrong("an unknown property", order -> order.put("colour", "blue")));
        probes.add(wrong("a wrong type", order -> order.put("total", "1")));
        probes.add(wrong("a date that is none", order -> order.put("placedAt", "yesterday")));
        probes.add(wrong("an id that is none", order -> order.put("id", "1")));
        probes.add(wrong("a value that is not listed", order -> order.put("status", "lost")));
        probes.add(wrong("a pattern", order -> ((ObjectNode) order.at("/delivery")).put("country", "gb")));
        probes.add(wrong("too small", order -> ((ObjectNode) order.at("/items/4")).put("quantity", 0)));
        probes.add(wrong(
                "items twice",
                order -> ((ObjectNode) order.at("/items/0"))
                        .putArray("tags")
                        .add("tea")
                        .add("tea")));
        return probes;
    }

    /** One whose answer the contract does not allow: 500 where answers are checked, else what it says. */
    static Probe wrongAnswer(boolean checked) {
        ObjectNode order = Bodies.orderTree().put("total", 2_000_000);
        JsonNode receipt = JsonNodeFactory.instance
                .objectNode()
                .put("number", "EU-004217")
                .put("pieces", 8)
                .put("total", 2_000_000);
        return post("/orders", order, checked ? 500 : 201, receipt, "an order of too much");
    }

    private static Probe wrong(String name, Consumer<ObjectNode> change) {
        ObjectNode order = Bodies.orderTree();
        change.accept(order);
        return post("/orders", order, 400, NOTHING, name);
    }

    private static Probe post(String path, JsonNode content, int status, JsonNode answer, String name) {
        return new Probe(name, path, Optional.of(Bodies.KEY), Optional.of(content.toString()), status, answer);
    }

    static JsonNode parse(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
