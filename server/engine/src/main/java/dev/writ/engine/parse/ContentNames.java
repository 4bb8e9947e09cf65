package dev.writ.engine.parse;

import dev.writ.engine.model.Place;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which media types each Media Type Object stands for: several where {@code $ref} leads to it from several. */
final class ContentNames {
    private final Map<Place, Content> contents = new LinkedHashMap<>();

    /** Those in the {@code content} of an object, if its kind has any. */
    void add(Element owner, Grammar.Kind kind) {
        if (kind.fields().containsKey("content")) {
            owner.members("content")
                    .forEach((name, reference) -> ContentReader.mediaType(reference)
                            .ifPresent(mediaType -> contents.computeIfAbsent(
                                            mediaType.place(), place -> new Content(mediaType, new LinkedHashSet<>()))
                                    .names
                                    .add(name)));
        }
    }

    Map<Element, Set<String>> all() {
        Map<Element, Set<String>> all = new LinkedHashMap<>();
        contents.values().forEach(content -> all.put(content.mediaType, content.names));
        return all;
    }

    private record Content(Element mediaType, Set<String> names) {}
}
