package dev.writ.engine.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.type.ReferenceType;
import com.fasterxml.jackson.databind.type.TypeBindings;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.type.TypeModifier;
import dev.writ.api.Maybe;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Teaches Jackson to read and write {@link Maybe}: absent properties, nulls and values stay apart. A property is left
 * out when absent if it is annotated with {@code @JsonInclude(NON_ABSENT)}.
 */
public final class MaybeModule extends Module {
    @Override
    public String getModuleName() {
        return "writ-maybe";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addTypeModifier(new MaybeIsReference());
        context.addSerializers(new MaybeSerializers());
        context.addDeserializers(new MaybeDeserializers());
    }

    private static boolean isMaybe(JavaType type) {
        return Maybe.class.isAssignableFrom(type.getRawClass());
    }

    private static final class MaybeIsReference extends TypeModifier {
        @Override
        public JavaType modifyType(JavaType type, Type source, TypeBindings bindings, TypeFactory factory) {
            if (type.isReferenceType() || !isMaybe(type)) {
                return type;
            }
            JavaType content = type.containedTypeCount() == 0 ? TypeFactory.unknownType() : type.containedType(0);
            return ReferenceType.upgradeFrom(type, content);
        }
    }

    private static final class MaybeSerializers extends Serializers.Base {
        @Override
        public @Nullable JsonSerializer<?> findReferenceSerializer(
                SerializationConfig config,
                ReferenceType type,
                BeanDescription bean,
                @Nullable TypeSerializer contentTypes,
                @Nullable JsonSerializer<Object> content) {
            return isMaybe(type) ? new MaybeSerializer(type, contentTypes, content) : null;
        }
    }

    private static final class MaybeDeserializers extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findReferenceDeserializer(
                ReferenceType type,
                DeserializationConfig config,
                BeanDescription bean,
                @Nullable TypeDeserializer contentTypes,
                @Nullable JsonDeserializer<?> content) {
            return isMaybe(type) ? new MaybeDeserializer(type, contentTypes, content) : null;
        }
    }
}
