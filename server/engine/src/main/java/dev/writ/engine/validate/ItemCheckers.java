package dev.writ.engine.validate;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.stream.SequentialFormat;
import dev.writ.engine.validate.json.JsonLimits;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What checks the items of content in the media types that the contract declares, and in those of a range that it declares.
 * Octets are octets, whatever they are said to be. Thread-safe.
 */
final class ItemCheckers {
    private final MediaTypes types;
    private final IdentityHashMap<MediaTypeObject, Map<SequentialFormat, ItemChecker>> checkers =
            new IdentityHashMap<>();

    ItemCheckers(
            List<MediaTypeObject> content,
            SchemaCompiler compiler,
            Schemas schemas,
            Direction direction,
            JsonLimits limits) {
        this.types = new MediaTypes(content);
        for (MediaTypeObject declared : content) {
            Map<SequentialFormat, ItemChecker> byFormat = new EnumMap<>(SequentialFormat.class);
            for (SequentialFormat format : formats(declared, schemas)) {
                byFormat.put(format, ItemChecker.of(format, declared, compiler, schemas, direction, limits));
            }
            checkers.put(declared, byFormat);
        }
    }

    private static List<SequentialFormat> formats(MediaTypeObject declared, Schemas schemas) {
        MediaType type = MediaType.parse(declared.mediaType()).orElseThrow();
        boolean octets = declared.schema()
                .map(schemas::resolved)
                .filter(ContentChecker::isBinary)
                .isPresent();
        if (octets) {
            return List.of();
        }
        boolean says = declared.schema().isPresent() || declared.itemSchema().isPresent();
        return type.isRange() && says
                ? List.of(SequentialFormat.values())
                : SequentialFormat.of(type).map(List::of).orElse(List.of());
    }

    /** Empty if content of that type is no sequence of items, or is not declared. */
    Optional<ItemChecker> of(MediaType type) {
        return SequentialFormat.of(type)
                .flatMap(format -> types.choose(type)
                        .flatMap(declared -> Optional.ofNullable(
                                checkers.getOrDefault(declared, Map.of()).get(format))));
    }

    boolean redacts() {
        return checkers.values().stream()
                .flatMap(byFormat -> byFormat.values().stream())
                .anyMatch(ItemChecker::redacts);
    }
}
