package dev.writ.engine.validate;

import dev.writ.engine.http.Item;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.stream.ItemSplitter;
import dev.writ.engine.stream.SequentialFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Judges an answer that is a sequence, in bytes: all of it at once, or what is written of it from time to time. Not thread-safe. */
public final class SequenceCheck {
    private final ItemChecker checker;
    private long index;

    public SequenceCheck(ItemChecker checker) {
        this.checker = checker;
    }

    /**
     * How many bytes belong to items that are whole once these are written, at least: after them {@link #visible} may be asked
     * about all that it has not seen yet. -1 if that cannot be told of any.
     */
    public int endOfItems(byte[] written, int offset, int length) {
        boolean lines = checker.format() == SequentialFormat.JSON_LINES;
        for (int i = length - 1; i >= 0; i--) {
            // Lines end with a mark, other texts begin with one.
            if (lines ? written[offset + i] == '\n' : written[offset + i] == 0x1E) {
                return lines ? i + 1 : i;
            }
        }
        return -1;
    }

    /**
     * What may be seen of items, be they valid or not.
     *
     * @param items none of them cut
     * @param found is told what is wrong with each, before the next is looked at
     */
    public byte[] visible(byte[] items, Consumer<List<Violation>> found) {
        ItemSplitter each = checker.format().split(new ByteArrayInputStream(items), Integer.MAX_VALUE);
        ByteArrayOutputStream visible = new ByteArrayOutputStream();
        try {
            for (Optional<byte[]> item = each.next(); item.isPresent(); item = each.next()) {
                CheckedItem read = checker.read(item.get(), index);
                if (!read.violations().isEmpty()) {
                    found.accept(read.violations());
                }
                if (read.item().value().isPresent()) {
                    index++;
                    visible.writeBytes(checker.redacts() ? redacted(read) : new byte[0]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        return checker.redacts() ? visible.toByteArray() : items;
    }

    private byte[] redacted(CheckedItem read) {
        Item sent = read.violations().isEmpty() ? read.item() : checker.redacted(read.item());
        return checker.format().written(sent);
    }
}
