package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.LimitedStream;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.stream.ItemSplitter;
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
    private final MediaType type;
    private final ItemChecker checker;
    private final int maxItemSize;
    private final ItemSplitter splitter;
    private long index;
    private Optional<JsonNode> next = Optional.empty();
    private boolean atEnd;
    private boolean iterated;
    private boolean streamed;
    private volatile boolean ended;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    ReceivedItems(InputStream content, MediaType type, ItemChecker checker, int maxItemSize) {
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
        if (streamed) {
            throw new IllegalStateException("the content is read as it comes, so there are no items");
        }
        iterated = true;
        if (failure.isPresent()) {
            throw failure.get();
        }
        while (next.isEmpty() && !atEnd) {
            stillThere();
            advance();
        }
        return next.isPresent();
    }

    private void stillThere() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (ended) {
            throw new IllegalStateException("the request is answered: no item can be read any more");
        }
    }

    private Optional<byte[]> following() {
        try {
            return splitter.next();
        } catch (IOException e) {
            throw failed(new UncheckedIOException(e));
        }
    }

    private void advance() {
        Optional<byte[]> bytes = following();
        if (bytes.isEmpty()) {
            atEnd = true;
            return;
        }
        next = judge(bytes.get()).map(checker::handedOver);
    }

    /** Empty for what is no item, such as an event of comments alone. */
    private Optional<JsonNode> judge(byte[] bytes) {
        CheckedItem read = checker.read(bytes, index);
        if (!read.violations().isEmpty()) {
            throw failed(new InvalidItemException(read.violations()));
        }
        if (read.item().value().isPresent()) {
            index++;
        }
        return read.item().value();
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

    private void once() {
        if (streamed || iterated) {
            throw new IllegalStateException("the content is read as it comes, so it can be read only once");
        }
        streamed = true;
    }

    /**
     * The content as it came, each item checked before it passes: instead of iterating.
     *
     * @throws IllegalStateException at the second time
     */
    public InputStream stream() {
        once();
        return new CheckedStream(() -> {
            stillThere();
            Optional<byte[]> bytes = following();
            bytes.ifPresent(this::judge);
            return bytes.map(checker.format()::separated);
        });
    }

    /**
     * All of it at once, each item checked: instead of iterating.
     *
     * @throws UncheckedIOException if it is larger than one item may be, or does not arrive
     */
    public byte[] bytes() {
        try (InputStream all = new LimitedStream(stream(), maxItemSize)) {
            return all.readAllBytes();
        } catch (IOException e) {
            throw failed(new UncheckedIOException(e));
        }
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
