package dev.writ.engine.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Item;
import dev.writ.engine.http.MediaType;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** How a sequence of items is content (OpenAPI 3.2, section 4.14.4). */
public enum SequentialFormat {
    /** A line for each: JSON Lines, and NDJSON, which differs in name. */
    JSON_LINES {
        @Override
        public byte[] written(Item item) {
            return bytes(item.value().map(JsonNode::toString).orElse("") + "\n");
        }

        @Override
        public byte[] separated(byte[] item) {
            return around(new byte[0], item);
        }

        @Override
        public ItemSplitter split(InputStream content, int maxItemSize) {
            return new LineSplitter(content, maxItemSize);
        }
    },
    /** JSON texts between record separators and line feeds (RFC 7464). */
    JSON_SEQUENCE {
        @Override
        public byte[] written(Item item) {
            return bytes("\u001E" + item.value().map(JsonNode::toString).orElse("") + "\n");
        }

        @Override
        public byte[] separated(byte[] item) {
            return around(new byte[] {0x1E}, item);
        }

        @Override
        public ItemSplitter split(InputStream content, int maxItemSize) {
            return new SequenceSplitter(content, maxItemSize);
        }
    },
    /** Server-sent events (WHATWG HTML, section 9.2). */
    EVENT_STREAM {
        @Override
        public byte[] written(Item item) {
            return bytes(EventText.written(item));
        }

        @Override
        public byte[] separated(byte[] item) {
            return around(new byte[0], item);
        }

        @Override
        public ItemSplitter split(InputStream content, int maxItemSize) {
            return new EventSplitter(content, maxItemSize);
        }
    };

    /** Empty if content of the media type is no sequence. */
    public static Optional<SequentialFormat> of(MediaType type) {
        return switch (type.essence()) {
            case "application/jsonl", "application/jsonlines", "application/x-jsonlines" -> Optional.of(JSON_LINES);
            case "application/x-ndjson", "application/ndjson" -> Optional.of(JSON_LINES);
            case "application/json-seq" -> Optional.of(JSON_SEQUENCE);
            case "text/event-stream" -> Optional.of(EVENT_STREAM);
            default -> type.subtype().endsWith("+json-seq") ? Optional.of(JSON_SEQUENCE) : Optional.empty();
        };
    }

    /** One item, with all that stands between it and the next. */
    public abstract byte[] written(Item item);

    /** The items of content as it arrives, each refused when it is longer than {@code maxItemSize} bytes. */
    public abstract ItemSplitter split(InputStream content, int maxItemSize);

    /** What {@link ItemSplitter#next} has given, with all that stands between it and the next. */
    public abstract byte[] separated(byte[] item);

    private static byte[] around(byte[] before, byte[] item) {
        byte[] all = Arrays.copyOf(before, before.length + item.length + 1);
        System.arraycopy(item, 0, all, before.length, item.length);
        all[all.length - 1] = '\n';
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
