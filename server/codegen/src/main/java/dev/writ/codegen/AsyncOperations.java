package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The operations whose methods may answer after they have returned: how the code works, of which the contract says nothing. */
final class AsyncOperations {
    /** The option that names them: operationIds with commas between them, or {@code *} for all. */
    static final String OPTION = "asyncOperations";

    static final AsyncOperations NONE = new AsyncOperations(List.of());

    private final List<String> names;

    private AsyncOperations(List<String> names) {
        this.names = names;
    }

    /**
     * Reads the option.
     *
     * @throws IllegalArgumentException naming what the document has no operation for
     */
    static AsyncOperations of(String option, OpenAPI document) {
        List<String> names = Arrays.stream(option.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        Set<String> known = document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .map(Operation::getOperationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> unknown = names.stream()
                .filter(name -> !name.equals("*") && !known.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    OPTION + " names " + unknown + ", which are none of the operations " + known);
        }
        return new AsyncOperations(names);
    }

    boolean include(String operationId) {
        return names.contains("*") || names.contains(operationId);
    }
}
