package dev.writ.api;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A property that is optional and nullable: absent, present and {@code null}, or present with a value. In a partial
 * update the three mean keep, clear and set.
 */
public sealed interface Maybe<T> {

    static <T> Maybe<T> absent() {
        return new Absent<>();
    }

    static <T> Maybe<T> ofNull() {
        return new Null<>();
    }

    static <T> Maybe<T> of(T value) {
        return new Value<>(value);
    }

    /** {@link #ofNull()} for {@code null}, else {@link #of(Object)}. */
    static <T> Maybe<T> ofNullable(@Nullable T value) {
        return value == null ? ofNull() : of(value);
    }

    <R> R fold(Supplier<? extends R> absent, Supplier<? extends R> isNull, Function<? super T, ? extends R> value);

    /** What the property is after an update by this: {@code current} if absent, else {@code null} or the value. */
    default @Nullable T orKeep(@Nullable T current) {
        return this.<Maybe<T>>fold(() -> ofNullable(current), Maybe::ofNull, Maybe::of)
                .orNull();
    }

    /** The value, or {@code null} where there is none, told or not. */
    @Nullable
    T orNull();

    /** True unless the property is absent. */
    boolean isPresent();

    /** The property is not in the object. */
    record Absent<T>() implements Maybe<T> {
        @Override
        public <R> R fold(
                Supplier<? extends R> absent, Supplier<? extends R> isNull, Function<? super T, ? extends R> value) {
            return absent.get();
        }

        @Override
        public @Nullable T orNull() {
            return null;
        }

        @Override
        public boolean isPresent() {
            return false;
        }
    }

    /** The property is in the object, as {@code null}. */
    record Null<T>() implements Maybe<T> {
        @Override
        public <R> R fold(
                Supplier<? extends R> absent, Supplier<? extends R> isNull, Function<? super T, ? extends R> value) {
            return isNull.get();
        }

        @Override
        public @Nullable T orNull() {
            return null;
        }

        @Override
        public boolean isPresent() {
            return true;
        }
    }

    /** The property is in the object, with a value. */
    record Value<T>(T value) implements Maybe<T> {
        public Value {
            Objects.requireNonNull(value);
        }

        @Override
        public <R> R fold(
                Supplier<? extends R> absent, Supplier<? extends R> isNull, Function<? super T, ? extends R> value) {
            return value.apply(this.value);
        }

        @Override
        public T orNull() {
            return value;
        }

        @Override
        public boolean isPresent() {
            return true;
        }
    }
}
