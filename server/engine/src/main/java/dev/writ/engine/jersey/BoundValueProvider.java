package dev.writ.engine.jersey;

import dev.writ.api.Bound;
import java.util.function.Function;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;
import org.jspecify.annotations.Nullable;

/** Gives resource methods their arguments from the contract's check instead of a second parse. */
final class BoundValueProvider implements ValueParamProvider {

    @Override
    public @Nullable Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
        Bound bound = parameter.getAnnotation(Bound.class);
        if (bound != null) {
            String key = BoundValues.key(bound);
            return request -> BoundValues.get(request, key);
        }
        return parameter.getSource() == Parameter.Source.ENTITY
                ? request -> BoundValues.get(request, BoundValues.BODY)
                : null;
    }

    @Override
    public PriorityType getPriority() {
        return Priority.HIGH;
    }
}
