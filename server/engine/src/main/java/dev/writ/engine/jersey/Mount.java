package dev.writ.engine.jersey;

import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.server.model.Resource;

/**
 * A resource method under a path of its own inside Jersey. The engine has found the operation; Jersey is told which, not
 * asked again, for its rules of matching are others and a client could make the two disagree.
 *
 * @param path relative, without variables, known to nobody outside
 */
record Mount(ImplementedOperation implemented, String path) {
    static List<Mount> all(List<Class<?>> resources) {
        List<Mount> mounts = new ArrayList<>();
        resources.forEach(resource -> ImplementedOperation.of(resource)
                .forEach(operation -> mounts.add(new Mount(operation, Integer.toString(mounts.size())))));
        return List.copyOf(mounts);
    }

    /** What Jersey is to know; {@code method} is that of the operation. */
    Resource resource(String method) {
        Resource.Builder builder = Resource.builder(path);
        builder.addMethod(method).handledBy(implemented.resource(), implemented.method());
        return builder.build();
    }
}
