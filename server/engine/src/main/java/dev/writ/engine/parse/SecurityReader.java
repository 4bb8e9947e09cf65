package dev.writ.engine.parse;

import dev.writ.engine.model.SecurityRequirement;
import dev.writ.engine.model.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code securitySchemes} and {@code security}. */
final class SecurityReader {
    private final Element root;

    SecurityReader(Element root) {
        this.root = root;
    }

    Map<String, SecurityScheme> schemes() {
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        Map<String, Element> declared =
                root.child("components").map(c -> c.members("securitySchemes")).orElse(Map.of());
        declared.forEach((name, reference) -> reference.resolved().ifPresent(element -> {
            String type = element.requiredText("type");
            boolean basic =
                    type.equals("http") && element.requiredText("scheme").equalsIgnoreCase("basic");
            if (!basic) {
                element.fault("security scheme '" + name + "': only type http with scheme basic is supported");
            }
            schemes.put(name, new SecurityScheme.Http(name, "basic", element.place()));
        }));
        return schemes;
    }

    /** What an operation asks for: its own {@code security}, else the document's; one empty requirement if neither does. */
    List<SecurityRequirement> requirements(Element operation, Map<String, SecurityScheme> schemes) {
        Element owner = operation.child("security").isPresent() ? operation : root;
        List<SecurityRequirement> requirements = owner.items("security").stream()
                .map(item -> requirement(item, schemes))
                .toList();
        return requirements.isEmpty() ? List.of(new SecurityRequirement(List.of())) : requirements;
    }

    private static SecurityRequirement requirement(Element item, Map<String, SecurityScheme> schemes) {
        List<SecurityRequirement.Use> all = new ArrayList<>();
        item.members()
                .forEach((name, scopes) -> Optional.ofNullable(schemes.get(name))
                        .ifPresentOrElse(
                                scheme -> all.add(new SecurityRequirement.Use(scheme, List.of())),
                                () -> scopes.fault("there is no security scheme '" + name + "'")));
        return new SecurityRequirement(List.copyOf(all));
    }
}
