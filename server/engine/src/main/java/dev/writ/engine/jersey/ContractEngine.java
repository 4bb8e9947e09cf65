package dev.writ.engine.jersey;

import dev.writ.engine.core.Engine;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Operation;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.glassfish.jersey.server.ContainerRequest;

/**
 * The engine beside an application that dispatches by itself. A contract with base paths is about paths as the client sends
 * them; one without is about paths below the base of the application.
 */
final class ContractEngine {
    private final Engine engine;
    private final boolean wholePaths;
    private final IdentityHashMap<Operation, Set<String>> shapes = new IdentityHashMap<>();
    private final Set<String> allShapes = new HashSet<>();

    ContractEngine(Engine engine, Contract contract) {
        this.engine = engine;
        this.wholePaths = wholePaths(contract);
        for (Operation operation : contract.operations()) {
            Set<String> paths = TemplateShape.of(operation);
            shapes.put(operation, paths);
            allShapes.addAll(paths);
        }
    }

    static boolean wholePaths(Contract contract) {
        return contract.operations().stream()
                .flatMap(operation -> operation.basePaths().stream())
                .anyMatch(base -> !base.isEmpty());
    }

    Engine engine() {
        return engine;
    }

    /** The path to be judged, as sent. */
    String path(ContainerRequest request) {
        return wholePaths ? request.getRequestUri().getRawPath() : "/" + request.getPath(false);
    }

    /** The template that JAX-RS has matched, or would, as the contract would have it. */
    String shape(ContainerRequest request, String template) {
        return TemplateShape.of(wholePaths ? request.getBaseUri().getRawPath() + "/" + template : template);
    }

    boolean declares(String shape) {
        return allShapes.contains(shape);
    }

    boolean has(Operation operation, String shape) {
        return shapes.getOrDefault(operation, Set.of()).contains(shape);
    }
}
