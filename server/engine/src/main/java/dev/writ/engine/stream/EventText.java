package dev.writ.engine.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.http.Item;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/**
 * Server-sent events as text, and as the object that OpenAPI 3.2 describes them by (section 4.14.5). No value can end a line
 * that it does not own: each line of {@code data} and of a comment is a field, other fields have one.
 */
public final class EventText {
    private static final Set<String> FIELDS = Set.of("event", "id", "retry", "data");

    private EventText() {}

    static String written(Item item) {
        StringBuilder text = new StringBuilder();
        item.comment().ifPresent(comment -> lines(text, "", comment));
        item.value().ifPresent(value -> {
            JsonNode event = item.isBare() ? ofData(value) : value;
            event.fieldNames().forEachRemaining(EventText::known);
            field(text, "event", event.path("event"));
            field(text, "id", event.path("id"));
            field(text, "retry", retry(event.path("retry")));
            JsonNode data = event.path("data");
            if (!data.isMissingNode()) {
                lines(text, "data", dataText(data));
            }
        });
        return text.append('\n').toString();
    }

    /** An event that has no more than data. */
    public static ObjectNode ofData(JsonNode data) {
        return JsonNodeFactory.instance.objectNode().set("data", data);
    }

    /** What stands in {@code data}: text as it is, other JSON as JSON. */
    public static String dataText(JsonNode data) {
        return data.isTextual() ? data.textValue() : data.toString();
    }

    /** Whoever reads it ignores what is no number of milliseconds. */
    private static JsonNode retry(JsonNode value) {
        boolean none = value.isMissingNode() || value.isNull();
        if (!none && !(value.isIntegralNumber() && value.bigIntegerValue().signum() >= 0)) {
            throw new IllegalArgumentException("the field retry of an event is a number of milliseconds");
        }
        return value;
    }

    /** What an event has no field for would be lost without a word. */
    private static void known(String name) {
        if (!FIELDS.contains(name)) {
            throw new IllegalArgumentException("an event has no field " + name + ": what it carries is its data");
        }
    }

    private static void field(StringBuilder text, String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (value.isContainerNode()) {
            throw new IllegalArgumentException("the field " + name + " of an event is text");
        }
        String line = value.asText();
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0 || line.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the field " + name + " of an event has one line, without a NUL");
        }
        text.append(name).append(": ").append(line).append('\n');
    }

    private static void lines(StringBuilder text, String name, String value) {
        for (String line : value.split("\r\n|\r|\n", -1)) {
            text.append(name).append(": ").append(line).append('\n');
        }
    }

    /**
     * The event of these lines; empty if it has no data, which is none (WHATWG HTML, section 9.2.6).
     *
     * @param lines with a line feed at the end of each
     */
    public static Optional<ObjectNode> read(String lines) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        StringBuilder data = new StringBuilder();
        boolean hasData = false;
        for (String line : lines.split("\n", -1)) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon);
            String rest = colon < 0 ? "" : line.substring(colon + 1);
            String value = rest.startsWith(" ") ? rest.substring(1) : rest;
            switch (name) {
                case "data" -> {
                    hasData = true;
                    data.append(value).append('\n');
                }
                case "event" -> event.put("event", value);
                case "id" -> {
                    if (value.indexOf('\0') < 0) {
                        event.put("id", value);
                    }
                }
                case "retry" -> {
                    if (value.matches("[0-9]{1,18}")) {
                        event.put("retry", new BigInteger(value).longValueExact());
                    }
                }
                default -> {
                    // Comments and what nobody knows (section 9.2.6).
                }
            }
        }
        if (!hasData) {
            return Optional.empty();
        }
        event.put("data", data.substring(0, data.length() - 1));
        return Optional.of(event);
    }
}
