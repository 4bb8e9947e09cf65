package dev.writ.engine.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.json.Json;
import dev.writ.engine.stream.EventText;
import dev.writ.engine.stream.ItemSplitter;
import dev.writ.engine.stream.SequentialFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The items of an answer as values. */
final class TestItems implements Iterator<JsonNode> {
    private final SequentialFormat format;
    private final ItemSplitter splitter;
    private Optional<JsonNode> next = Optional.empty();
    private boolean atEnd;

    TestItems(SequentialFormat format, ItemSplitter splitter) {
        this.format = format;
        this.splitter = splitter;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next.isEmpty() && !atEnd) {
                Optional<byte[]> bytes = splitter.next();
                atEnd = bytes.isEmpty();
                next = bytes.isEmpty() ? Optional.empty() : value(bytes.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return next.isPresent();
    }

    private Optional<JsonNode> value(byte[] bytes) throws IOException {
        return format == SequentialFormat.EVENT_STREAM
                ? EventText.read(new String(bytes, StandardCharsets.UTF_8)).map(event -> event)
                : Optional.of(Json.mapper().readTree(bytes));
    }

    @Override
    public JsonNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more items");
        }
        JsonNode item = next.orElseThrow();
        next = Optional.empty();
        return item;
    }
}
