package dev.writ.engine.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.writ.engine.core.UnbindableException;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The items of a request as a type of the application's, each bound when it is asked for. Not thread-safe. */
public final class BoundItems<T> implements Iterator<T> {
    private final Iterator<JsonNode> items;
    private final ObjectReader reader;
    private long index;

    public BoundItems(Iterator<JsonNode> items, ObjectReader reader) {
        this.items = items;
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        return items.hasNext();
    }

    /** Throws {@link UnbindableException} where the type cannot hold the item. */
    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more items");
        }
        try {
            return reader.readValue(items.next());
        } catch (JsonProcessingException e) {
            throw UnbindableException.ofItem(index, e);
        } catch (IOException e) {
            throw new IllegalStateException("a tree can always be read", e);
        } finally {
            index++;
        }
    }

    /** For one pass, by one thread. */
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
