package dev.writ.engine.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.ReferenceTypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import dev.writ.api.Maybe;
import org.jspecify.annotations.Nullable;

/** Reads what is in the property, and knows what stands for null and for nothing. */
final class MaybeDeserializer extends ReferenceTypeDeserializer<Maybe<Object>> {
    private static final long serialVersionUID = 1;

    MaybeDeserializer(JavaType type, @Nullable TypeDeserializer contentTypes, @Nullable JsonDeserializer<?> content) {
        super(type, null, contentTypes, content);
    }

    @Override
    protected MaybeDeserializer withResolved(
            @Nullable TypeDeserializer contentTypes, @Nullable JsonDeserializer<?> content) {
        return new MaybeDeserializer(_fullType, contentTypes, content);
    }

    @Override
    public Maybe<Object> getNullValue(DeserializationContext context) {
        return Maybe.ofNull();
    }

    @Override
    public Maybe<Object> getAbsentValue(DeserializationContext context) {
        return Maybe.absent();
    }

    @Override
    public Maybe<Object> getEmptyValue(DeserializationContext context) {
        return Maybe.absent();
    }

    @Override
    public Maybe<Object> referenceValue(@Nullable Object content) {
        return Maybe.ofNullable(content);
    }

    @Override
    public Maybe<Object> updateReference(Maybe<Object> reference, @Nullable Object content) {
        return Maybe.ofNullable(content);
    }

    @Override
    public @Nullable Object getReferenced(Maybe<Object> reference) {
        return reference.orNull();
    }
}
