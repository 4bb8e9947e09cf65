package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.stream.ItemSplitter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The items of a request, read as they arrive; each is what the contract says when it is handed over. To ask for the next
 * one throws {@link InvalidItemException} where it is not, and {@link UncheckedIOException} where no more arrives or there is
 * too much. None can be had once the request is answered. Not thread-safe, but that it may be ended by another thread.
 */
public final class ReceivedItems implements Iterator<JsonNode> {
    private final InputStream content;
    private final MediaType type;
    private final ItemChecker checker;
    private final int maxItemSize;
    private final ItemSplitter splitter;
    private long index;
    private Optional<JsonNode> next = Optional.empty();
    private boolean atEnd;
    private volatile boolean ended;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    ReceivedItems(InputStream content, MediaType type, ItemChecker checker, int maxItemSize) {
        this.content = content;
        this.type = type;
        this.checker = checker;
        this.maxItemSize = maxItemSize;
        this.splitter = checker.format().split(content, maxItemSize);
    }

    /** What {@code Content-Type} says. */
    public MediaType type() {
        return type;
    }

    @Override
    public boolean hasNext() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        while (next.isEmpty() && !atEnd) {
            if (ended) {
                throw new IllegalStateException("the request is answered: no item can be read any more");
            }
            try {
                advance(splitter);
            } catch (IOException e) {
                throw failed(new UncheckedIOException(e));
            }
        }
        return next.isPresent();
    }

    private void advance(ItemSplitter from) throws IOException {
        Optional<byte[]> bytes = from.next();
        if (bytes.isEmpty()) {
            atEnd = true;
            return;
        }
        CheckedItem read = checker.read(bytes.get(), index);
        if (!read.violations().isEmpty()) {
            throw failed(new InvalidItemException(read.violations()));
        }
        next = read.item().value().map(checker::handedOver);
        if (next.isPresent()) {
            index++;
        }
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

    /** How many have been handed over, or are ready to be. */
    public long count() {
        return index;
    }

    /**
     * All content as it came, each item checked. Nothing is left to iterate.
     *
     * @param limit in bytes
     * @return empty if there is more
     */
    public Optional<byte[]> bytes(int limit) {
        try {
            byte[] all = content.readNBytes(limit + 1 < 0 ? limit : limit + 1);
            if (all.length > limit) {
                return Optional.empty();
            }
            ItemSplitter whole = checker.format().split(new ByteArrayInputStream(all), maxItemSize);
            while (!atEnd) {
                advance(whole);
            }
            next = Optional.empty();
            return Optional.of(all);
        } catch (IOException e) {
            throw failed(new UncheckedIOException(e));
        }
    }

    /** The content as it comes, unchecked, for whoever reads it by himself instead. */
    public InputStream stream() {
        return content;
    }

    /** Why no more items could be handed over; empty if they could. */
    public Optional<RuntimeException> failure() {
        return failure;
    }

    /** The request is answered. */
    public void end() {
        ended = true;
    }

    private RuntimeException failed(RuntimeException why) {
        failure = Optional.of(why);
        return why;
    }
}
