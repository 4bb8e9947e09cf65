package dev.writ.engine.validate.parameter;

import dev.writ.engine.schema.SchemaError;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a style finds. */
sealed interface Reading {
    Reading ABSENT = new Absent();

    <R> R fold(
            Supplier<? extends R> absent,
            Function<Written, ? extends R> found,
            Function<SchemaError, ? extends R> malformed);

    /** A text that the style does not write. */
    static Reading malformed(String keyword, String message) {
        return new Malformed(new SchemaError("", keyword, message, ""));
    }

    /** More of them than the style writes. */
    static Reading repeated(int times) {
        return malformed("explode", "must be given once, was given " + times + " times");
    }

    /** A text that cannot be decoded. */
    static Reading undecodable(String raw) {
        return malformed("encoding", "'" + raw + "' is not percent-encoded UTF-8");
    }

    record Absent() implements Reading {
        @Override
        public <R> R fold(
                Supplier<? extends R> absent,
                Function<Written, ? extends R> found,
                Function<SchemaError, ? extends R> malformed) {
            return absent.get();
        }
    }

    record Found(Written written) implements Reading {
        @Override
        public <R> R fold(
                Supplier<? extends R> absent,
                Function<Written, ? extends R> found,
                Function<SchemaError, ? extends R> malformed) {
            return found.apply(written);
        }
    }

    record Malformed(SchemaError error) implements Reading {
        @Override
        public <R> R fold(
                Supplier<? extends R> absent,
                Function<Written, ? extends R> found,
                Function<SchemaError, ? extends R> malformed) {
            return malformed.apply(error);
        }
    }
}
