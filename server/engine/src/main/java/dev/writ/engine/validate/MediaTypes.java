package dev.writ.engine.validate;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.MediaTypeObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The media types and ranges under {@code content}, of which the most specific one applies (OpenAPI 3.1, section 4.8.14):
 * a type with parameters, a type, {@code type/*}, and {@code *}{@code /*} last. Thread-safe.
 */
public final class MediaTypes {
    private final List<Range> ranges = new ArrayList<>();

    public MediaTypes(List<MediaTypeObject> content) {
        content.forEach(declared ->
                MediaType.parse(declared.mediaType()).ifPresent(type -> ranges.add(new Range(type, declared))));
        ranges.sort(Comparator.comparingInt(Range::specificity).reversed());
    }

    /** What the contract says of content of this type; empty if it does not take it. */
    public Optional<MediaTypeObject> choose(MediaType type) {
        return ranges.stream()
                .filter(range -> range.type().includes(type))
                .map(Range::declared)
                .findFirst();
    }

    private record Range(MediaType type, MediaTypeObject declared) {

        int specificity() {
            int named = type.type().equals("*") ? 0 : type.isRange() ? 1 : 2;
            return named * 1_000 + type.parameters().size();
        }
    }
}
