package dev.writ.engine.parse;

import dev.writ.engine.model.Operation;
import dev.writ.engine.model.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which components nothing refers to: a word that is missing somewhere. Schemas may be meant for more than requests and
 * responses, such as events.
 */
final class UnusedRules {
    private static final List<String> COMPONENTS = List.of(
            "parameters",
            "headers",
            "requestBodies",
            "responses",
            "examples",
            "links",
            "callbacks",
            "pathItems",
            "mediaTypes");

    private UnusedRules() {}

    /** One warning for each kind of component. */
    static void check(
            Syntax syntax, Structure structure, Map<String, SecurityScheme> schemes, List<Operation> operations) {
        COMPONENTS.forEach(kind -> syntax.components(kind).ifPresent(components -> {
            List<String> unused = new ArrayList<>();
            components.forEachMember((name, component) -> {
                if (!structure.isReferredTo(component.place())) {
                    unused.add(name);
                }
            });
            warn(components, unused);
        }));
        List<String> idle = new ArrayList<>(schemes.keySet());
        operations.forEach(operation -> operation
                .security()
                .forEach(requirement -> requirement.schemes().forEach(scheme -> idle.remove(scheme.name()))));
        syntax.components("securitySchemes").ifPresent(components -> warn(components, idle));
    }

    private static void warn(Element at, List<String> unused) {
        if (!unused.isEmpty()) {
            at.warn("nothing uses " + String.join(", ", unused.subList(0, Math.min(10, unused.size())))
                    + (unused.size() > 10 ? " and " + (unused.size() - 10) + " more" : ""));
        }
    }
}
