package dev.writ.engine.schema.evaluate;

import dev.writ.engine.model.Place;
import dev.writ.engine.schema.Resource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dynamic scope (JSON Schema 2020-12 Core, section 7.1): the resources that evaluation went through to get here. */
record Scope(Resource resource, @Nullable Scope outer) {
    /** The schema with that {@code $dynamicAnchor} in the outermost resource that has one. */
    Optional<Place> outermost(String anchor) {
        Optional<Place> found = Optional.empty();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Optional<Place> place = scope.resource.dynamicAnchor(anchor);
            if (place.isPresent()) {
                found = place;
            }
        }
        return found;
    }
}
