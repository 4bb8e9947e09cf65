package dev.writ.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What references in it are relative to: a document, or a schema with an identifier of its own. Its nodes are told apart by
 * identity, so none of them is ever changed.
 *
 * @param file empty if the document was given as text
 * @param base the name it gives itself, else where it is
 */
record Source(Optional<Path> file, URI base, JsonNode root) {
    private static final URI UNKNOWN = URI.create("text:/document");

    /** A document of OpenAPI by {@code $self} (OpenAPI 3.2, section 4.1.2), one of JSON Schema by {@code $id}. */
    static Source of(Optional<Path> file, JsonNode root) {
        Source unnamed = new Source(file, file.map(Path::toUri).orElse(UNKNOWN), root);
        return unnamed.named(root.path("$self").asText(root.path("$id").asText("")), root);
    }

    /** That in which the members of a schema stand. */
    @SuppressWarnings("ReferenceEquality") // Equal ones may stand in several places.
    Source within(JsonNode schema) {
        return schema == root ? this : named(schema.path("$id").asText(""), schema);
    }

    private Source named(String name, JsonNode schema) {
        if (name.isEmpty() || name.startsWith("#")) {
            return this;
        }
        return absolute(name).map(uri -> new Source(file, uri, schema)).orElse(this);
    }

    /** Empty if it is no URI. */
    Optional<URI> absolute(String reference) {
        try {
            URI resolved = base.resolve(reference);
            return Optional.of(
                    resolved.isAbsolute() || file.isEmpty()
                            ? resolved.normalize()
                            : file.get().toUri().resolve(resolved).normalize());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where a node of it stands, for people. */
    String place(JsonNode node) {
        String name = file.map(Path::toString).orElse("the document");
        return name + "#" + pointer(root, node).orElse("");
    }

    @SuppressWarnings("ReferenceEquality")
    private static Optional<String> pointer(JsonNode from, JsonNode node) {
        if (from == node) {
            return Optional.of("");
        }
        if (from.isArray()) {
            for (int i = 0; i < from.size(); i++) {
                String index = "/" + i;
                Optional<String> found = pointer(from.get(i), node).map(rest -> index + rest);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return from.properties().stream()
                .flatMap(member -> pointer(member.getValue(), node)
                        .map(rest -> "/" + member.getKey().replace("~", "~0").replace("/", "~1") + rest)
                        .stream())
                .findFirst();
    }
}
