package dev.writ.engine.http;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What {@code Range} asks of content (RFC 9110, section 14.1.2). */
public sealed interface ByteRanges {

    <R> R fold(
            Supplier<? extends R> ignored,
            Supplier<? extends R> unsatisfiable,
            Function<List<Range>, ? extends R> ranges);

    /** Bytes from {@code first} to {@code last}, both counted from 0 and included. */
    record Range(long first, long last) {
        public long length() {
            return last - first + 1;
        }

        /** As {@code Content-Range} has it. */
        public String of(long whole) {
            return "bytes " + first + "-" + last + "/" + whole;
        }
    }

    /**
     * Reads the field. It is ignored, as a server may, if it is malformed, of another unit, of content that is empty, or asks
     * for more ranges than anybody needs or for more bytes than there are.
     *
     * @param length of the content, in bytes
     */
    static ByteRanges parse(String field, long length) {
        return RangeReader.read(field, length);
    }

    /** The whole content is meant, or as good. */
    record Ignored() implements ByteRanges {
        @Override
        public <R> R fold(
                Supplier<? extends R> ignored,
                Supplier<? extends R> unsatisfiable,
                Function<List<Range>, ? extends R> ranges) {
            return ignored.get();
        }
    }

    /** Nothing of what is asked for exists. */
    record Unsatisfiable() implements ByteRanges {
        @Override
        public <R> R fold(
                Supplier<? extends R> ignored,
                Supplier<? extends R> unsatisfiable,
                Function<List<Range>, ? extends R> ranges) {
            return unsatisfiable.get();
        }
    }

    /** What exists of what is asked for, in that order; at least one. */
    record Satisfiable(List<Range> all) implements ByteRanges {
        public Satisfiable {
            all = List.copyOf(all);
        }

        @Override
        public <R> R fold(
                Supplier<? extends R> ignored,
                Supplier<? extends R> unsatisfiable,
                Function<List<Range>, ? extends R> ranges) {
            return ranges.apply(all);
        }
    }
}
