package dev.writ.engine.validate;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.MediaTypeObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The media types and ranges under {@code content}, of which the most specific one applies (OpenAPI 3.1, section 4.8.14):
 * first what has parameters, then a type, {@code type/*+suffix}, {@code type/*}, and {@code *}{@code /*} last. Thread-safe.
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
                .filter(range -> range.includes(type))
                .map(Range::declared)
                .findFirst();
    }

    private record Range(MediaType type, MediaTypeObject declared) {

        int specificity() {
            int essence = type.type().equals("*")
                    ? 0
                    : type.subtype().equals("*") ? 1 : type.subtype().startsWith("*") ? 2 : 3;
            return essence * 1_000 + type.parameters().size();
        }

        boolean includes(MediaType other) {
            return (type.type().equals("*") || type.type().equals(other.type()))
                    && includesSubtype(other.subtype())
                    && type.parameters().entrySet().stream()
                            .allMatch(parameter -> includesParameter(parameter.getKey(), parameter.getValue(), other));
        }

        private boolean includesSubtype(String other) {
            return type.subtype().equals("*")
                    || type.subtype().equals(other)
                    || (type.subtype().startsWith("*+")
                            && other.endsWith(type.subtype().substring(1)));
        }

        /** A charset that is not told contradicts none; any other parameter has to be there. */
        private static boolean includesParameter(String name, String value, MediaType other) {
            return other.parameter(name).map(value::equalsIgnoreCase).orElse(name.equals("charset"));
        }
    }
}
