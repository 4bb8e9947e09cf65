package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes sequences of items as clients do: JSON Lines, JSON sequences, and events whose data is JSON. */
final class SequenceWriter {
    private static final List<String> TYPES =
            List.of("application/jsonl", "application/x-ndjson", "application/json-seq", "text/event-stream");

    private SequenceWriter() {}

    /** Those that a media type, or a range of them, is. */
    static List<String> types(String mediaType) {
        String essence =
                mediaType.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
        return TYPES.stream()
                .filter(type -> essence.equals(type)
                        || essence.equals("*/*")
                        || (essence.endsWith("/*") && type.startsWith(essence.substring(0, essence.length() - 1))))
                .toList();
    }

    /** Of an event, data that is a text may be a text that is no JSON, and an object may be the event itself. */
    static boolean canWrite(String type, JsonNode item) {
        return !type.equals("text/event-stream") || (item.isObject() && !item.has("data"));
    }

    static String written(String type, List<JsonNode> items, Random random) {
        String end = random.nextBoolean() ? "\n" : "\r\n";
        return switch (type) {
            case "application/json-seq" ->
                items.stream().map(item -> "\u001e" + item + "\n").collect(Collectors.joining());
            case "text/event-stream" ->
                items.stream()
                        .map(item -> ": comment" + end + "data: " + item + end + end)
                        .collect(Collectors.joining());
            default ->
                items.stream().map(JsonNode::toString).collect(Collectors.joining(end))
                        + (random.nextBoolean() ? end : "");
        };
    }
}
