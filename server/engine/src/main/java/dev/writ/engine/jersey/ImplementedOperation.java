package dev.writ.engine.jersey;

import dev.writ.api.NonBlocking;
import dev.writ.api.OperationId;
import jakarta.ws.rs.container.Suspended;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A method of a generated interface that a resource implements.
 *
 * @param method as the interface declares it, with its annotations
 */
record ImplementedOperation(String operationId, Class<?> resource, Method method) {

    /** Unless the resource, or its method, says that it never waits. */
    boolean mayBlock() {
        if (resource.isAnnotationPresent(NonBlocking.class)) {
            return false;
        }
        try {
            return !resource.getMethod(method.getName(), method.getParameterTypes())
                    .isAnnotationPresent(NonBlocking.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(resource + " implements the interface of " + method, e);
        }
    }

    /** Whether it answers by what JAX-RS calls an asynchronous response. */
    boolean isSuspended() {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(Suspended.class));
    }

    /** All that a resource implements, in no particular order. */
    static List<ImplementedOperation> of(Class<?> resource) {
        List<ImplementedOperation> operations = new ArrayList<>();
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            for (Class<?> api : type.getInterfaces()) {
                for (Method method : api.getMethods()) {
                    OperationId id = method.getAnnotation(OperationId.class);
                    if (id != null) {
                        operations.add(new ImplementedOperation(id.value(), resource, method));
                    }
                }
            }
        }
        return operations;
    }
}
