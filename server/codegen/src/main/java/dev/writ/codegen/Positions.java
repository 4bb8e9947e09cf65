package dev.writ.codegen;

import io.swagger.v3.oas.models.media.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the parts of a body are that have places instead of names (OpenAPI 3.2, section 4.15.2).
 *
 * @param prefix the media types of the first ones, in a list each, empty if nothing is said
 * @param item those of the others
 */
record Positions(List<String> prefix, String item) {
    static Positions of(MediaType declared) {
        Map<String, Object> extensions = Objects.requireNonNullElse(declared.getExtensions(), Map.of());
        List<String> prefix = extensions.get(OpenApi32Parts.PREFIX_TYPES) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return new Positions(
                prefix, extensions.getOrDefault(OpenApi32Parts.ITEM_TYPES, "").toString());
    }

    /** How many places something different may be said of. */
    int told() {
        return prefix.size() + 1;
    }

    /** Whether the part at a place may be text or JSON. */
    boolean isReadable(int index) {
        String types = index < prefix.size() ? prefix.get(index) : item;
        return !types.isEmpty() && MediaTypes.anyReadable(types);
    }
}
