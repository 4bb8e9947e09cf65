package dev.writ.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.codegen.Sources.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A path item together with what its {@code $ref} leads to, in whatever document (OpenAPI 3.2, section 4.9). */
record PathItem32(List<Found> layers) {
    static PathItem32 of(JsonNode declared, Source in, References references) {
        List<Found> layers = new ArrayList<>();
        layers.add(new Found(declared, in));
        if (declared.path("$ref").isTextual()) {
            layers.add(references.follow(declared, in));
        }
        return new PathItem32(layers);
    }

    Optional<Found> field(String name) {
        return layers.stream()
                .filter(layer -> layer.node().has(name))
                .map(layer -> new Found(layer.node().get(name), layer.in()))
                .findFirst();
    }
}
