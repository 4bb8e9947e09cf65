package dev.writ.engine.jersey;

import dev.writ.api.Bound;
import java.util.List;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a request, in the order of the method's parameters; {@code null} where an optional one is absent.
 *
 * @param keys under which Jersey asks for them
 */
@SuppressWarnings("ArrayRecordComponent")
record BoundValues(List<String> keys, @Nullable Object[] values) {
    static final String BODY = "body";
    private static final String PROPERTY = BoundValues.class.getName();

    static String key(Bound bound) {
        return "parameter " + bound.in() + " " + bound.value();
    }

    void attach(ContainerRequest request) {
        request.setProperty(PROPERTY, this);
    }

    static @Nullable Object get(ContainerRequest request, String key) {
        Object attached = request.getProperty(PROPERTY);
        if (attached instanceof BoundValues bound) {
            return bound.values[bound.keys.indexOf(key)];
        }
        throw new IllegalStateException("a request reached a resource without passing the contract");
    }
}
