package dev.writ.engine.jersey;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.MediaTypeObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.hk2.api.MultiException;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.api.UnsatisfiedDependencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the resources of an application are what its contract and its binders make of them. */
final class ResourceWiring {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceWiring.class);

    private final List<Fault> faults = new ArrayList<>();

    ResourceWiring(Contract contract, List<Class<?>> resources, List<Mount> mounts) {
        Map<String, Class<?>> taken = new HashMap<>();
        for (Mount mount : mounts) {
            String id = mount.implemented().operationId();
            Class<?> resource = mount.implemented().resource();
            if (contract.operation(id).isEmpty()) {
                faults.add(Fault.inCode(name(resource) + " implements '" + id + "', which is not in the contract"));
            }
            if (mount.implemented().isSuspended()) {
                faults.add(Fault.inCode(name(resource) + " answers '" + id
                        + "' by @Suspended, which is not supported: return a CompletionStage"));
            }
            Optional.ofNullable(taken.putIfAbsent(id, resource))
                    .ifPresent(other -> faults.add(Fault.inCode("the operation '" + id + "' is implemented by "
                            + name(other) + " and by " + name(resource))));
        }
        resources.stream()
                .filter(resource -> !taken.containsValue(resource))
                .forEach(resource ->
                        faults.add(Fault.inCode(name(resource) + " implements no interface of the contract")));
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void unknownArguments(Mount mount, List<String> arguments) {
        arguments.forEach(argument -> faults.add(Fault.inCode("the argument '" + argument + "' of '"
                + mount.implemented().operationId() + "' in "
                + name(mount.implemented().resource()) + " is not one parameter of the contract: generate again")));
    }

    /** Nothing of what the operation takes being left is a fault, else it is a warning. */
    void unbindableBodies(Mount mount, List<MediaTypeObject> types, boolean all) {
        for (MediaTypeObject type : types) {
            Fault fault = new Fault(
                    type.place().location(),
                    "a body of " + type.mediaType() + " is handed over as bytes, which the argument of '"
                            + mount.implemented().operationId() + "' in "
                            + name(mount.implemented().resource()) + " cannot hold"
                            + (all ? ": declare a schema {type: string, format: binary}" : ", and answered with 415"));
            if (all) {
                faults.add(fault);
            } else {
                LOG.warn("{}", fault);
            }
        }
    }

    /** Makes the resource now rather than at the first request. */
    Optional<Object> create(Class<?> resource, ServiceLocator services) {
        try {
            return Optional.ofNullable(services.getService(resource));
        } catch (MultiException e) {
            faults.add(Fault.inCode(name(resource) + " cannot be made: " + reason(e)));
            return Optional.empty();
        }
    }

    private static String reason(MultiException exception) {
        return exception.getErrors().stream()
                .filter(UnsatisfiedDependencyException.class::isInstance)
                .map(UnsatisfiedDependencyException.class::cast)
                .findFirst()
                .map(missing -> "nothing is bound to "
                        + missing.getInjectee().getRequiredType().getTypeName() + ", which "
                        + name(missing.getInjectee().getInjecteeClass()) + " needs")
                .orElseGet(() -> String.valueOf(exception.getErrors().get(0).getMessage()));
    }

    private static String name(Class<?> type) {
        return type.getSimpleName();
    }
}
