package dev.writ.engine.json;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.ReferenceTypeSerializer;
import com.fasterxml.jackson.databind.type.ReferenceType;
import com.fasterxml.jackson.databind.util.NameTransformer;
import dev.writ.api.Maybe;
import org.jspecify.annotations.Nullable;

/** Writes the value or null; Jackson leaves absent properties out on request. */
final class MaybeSerializer extends ReferenceTypeSerializer<Maybe<?>> {
    private static final long serialVersionUID = 1;

    MaybeSerializer(
            ReferenceType type, @Nullable TypeSerializer contentTypes, @Nullable JsonSerializer<Object> content) {
        super(type, true, contentTypes, content);
    }

    private MaybeSerializer(
            MaybeSerializer base,
            @Nullable BeanProperty property,
            @Nullable TypeSerializer contentTypes,
            @Nullable JsonSerializer<?> content,
            @Nullable NameTransformer unwrapper,
            @Nullable Object suppressed,
            boolean suppressNulls) {
        super(base, property, contentTypes, content, unwrapper, suppressed, suppressNulls);
    }

    @Override
    protected ReferenceTypeSerializer<Maybe<?>> withResolved(
            @Nullable BeanProperty property,
            @Nullable TypeSerializer contentTypes,
            @Nullable JsonSerializer<?> content,
            @Nullable NameTransformer unwrapper) {
        return new MaybeSerializer(
                this, property, contentTypes, content, unwrapper, _suppressableValue, _suppressNulls);
    }

    @Override
    public ReferenceTypeSerializer<Maybe<?>> withContentInclusion(@Nullable Object suppressed, boolean suppressNulls) {
        return new MaybeSerializer(
                this, _property, _valueTypeSerializer, _valueSerializer, _unwrapper, suppressed, suppressNulls);
    }

    @Override
    protected boolean _isValuePresent(Maybe<?> value) {
        return value.isPresent();
    }

    @Override
    protected @Nullable Object _getReferenced(Maybe<?> value) {
        return value.orNull();
    }

    @Override
    protected @Nullable Object _getReferencedIfPresent(Maybe<?> value) {
        return value.orNull();
    }
}
