package dev.writ.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An OpenAPI document that has no faults. Immutable, but for the {@code document} and {@code source}, which nobody must
 * change.
 *
 * @param file as its author calls it
 * @param source the text as written
 * @param document the whole of it as JSON
 * @param title {@code info.title}
 * @param version {@code info.version}
 * @param operations in the order of the document
 * @param securitySchemes those declared, by name
 * @param schemas every one of the document, wherever it stands
 * @param locations by JSON pointer
 */
public record Contract(
        String file,
        String source,
        JsonNode document,
        String title,
        String version,
        List<Operation> operations,
        Map<String, SecurityScheme> securitySchemes,
        List<SchemaNode> schemas,
        Map<String, SourceLocation> locations) {

    /** The place of the node, or of the nearest one around it that has a place. */
    public SourceLocation locate(String pointer) {
        return SourceLocation.nearest(file, locations, pointer);
    }

    public Optional<Operation> operation(String operationId) {
        return operations.stream()
                .filter(operation -> operation.operationId().equals(operationId))
                .findFirst();
    }
}
