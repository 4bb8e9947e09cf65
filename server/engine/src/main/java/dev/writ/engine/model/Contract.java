package dev.writ.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An OpenAPI document, with all that it refers to, that has no faults. Immutable.
 *
 * @param document the one that it begins with
 * @param documents that one and those it refers to
 * @param dialect of its schemas, unless one of them says otherwise
 * @param title {@code info.title}
 * @param version {@code info.version}
 * @param operations in the order of the document
 * @param securitySchemes those declared, by name
 * @param schemas those that stand outside of others, in all documents
 * @param warnings what is wrong with it and does not keep it from being served
 */
public record Contract(
        Document document,
        Documents documents,
        Dialect dialect,
        String title,
        String version,
        List<Operation> operations,
        Map<String, SecurityScheme> securitySchemes,
        List<SchemaNode> schemas,
        List<Fault> warnings) {

    public Contract withWarnings(List<Fault> found) {
        return new Contract(
                document, documents, dialect, title, version, operations, securitySchemes, schemas, List.copyOf(found));
    }

    /** What messages call it. */
    public String file() {
        return document.name();
    }

    /** The place of the node, or of the nearest one around it that has a place. */
    public SourceLocation locate(String pointer) {
        return document.locate(pointer);
    }

    public Optional<Operation> operation(String operationId) {
        return operations.stream()
                .filter(operation -> operation.operationId().equals(operationId))
                .findFirst();
    }
}
