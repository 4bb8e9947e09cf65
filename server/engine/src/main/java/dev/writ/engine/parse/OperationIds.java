package dev.writ.engine.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which operation has which {@code operationId}: no two have the same (OpenAPI 3.1, section 4.8.10). */
final class OperationIds {
    private final Map<String, Element> owners = new HashMap<>();

    /** That of an operation that is served, if it has one; a fault if it is taken. */
    Optional<String> take(Element operation) {
        Optional<String> id = of(operation);
        id.flatMap(text -> taken(text, operation)).ifPresent(operation.at("operationId")::fault);
        return id;
    }

    /** Those of all operations, after those that are served: callbacks and webhooks call others, so a warning will do. */
    void add(List<Element> operations) {
        for (Element operation : operations) {
            of(operation)
                    .filter(id -> !isOf(id, operation))
                    .flatMap(id -> taken(id, operation))
                    .ifPresent(operation.at("operationId")::warn);
        }
    }

    boolean contains(String id) {
        return owners.containsKey(id);
    }

    private boolean isOf(String id, Element operation) {
        Element owner = owners.get(id);
        return owner != null && owner.place().equals(operation.place());
    }

    private Optional<String> taken(String id, Element operation) {
        return Optional.ofNullable(owners.putIfAbsent(id, operation))
                .map(owner ->
                        "operationId '" + id + "' is taken by " + owner.place().location());
    }

    private static Optional<String> of(Element operation) {
        return operation.text("operationId").filter(id -> !id.isEmpty());
    }
}
