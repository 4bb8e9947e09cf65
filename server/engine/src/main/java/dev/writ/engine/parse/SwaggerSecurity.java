package dev.writ.engine.parse;

import dev.writ.engine.model.In;
import dev.writ.engine.model.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code securityDefinitions} (Swagger 2.0, section 5.2.24). */
final class SwaggerSecurity {
    /** What clients need for each flow. */
    private static final Map<String, List<String>> FLOWS = Map.of(
            "implicit", List.of("authorizationUrl"),
            "password", List.of("tokenUrl"),
            "application", List.of("tokenUrl"),
            "accessCode", List.of("authorizationUrl", "tokenUrl"));

    private SwaggerSecurity() {}

    static Optional<SecurityScheme> scheme(String name, Element element) {
        String type = element.text("type").orElse("");
        return switch (type) {
            case "basic" -> Optional.of(new SecurityScheme.Http(name, "basic", element.place()));
            case "apiKey" ->
                SecurityReader.apiKey(name, element, List.of(In.QUERY, In.HEADER), "is not query or header");
            case "oauth2" -> {
                flow(element);
                yield Optional.of(new SecurityScheme.Bearer(name, type, element.place()));
            }
            default -> {
                element.child("type").ifPresent(at -> at.fault("'" + type + "' is not basic, apiKey or oauth2"));
                yield Optional.empty();
            }
        };
    }

    /** How tokens are had is up to clients, so whatever is wrong with it warns. */
    private static void flow(Element element) {
        Optional<String> flow = element.text("flow");
        flow.filter(name -> !FLOWS.containsKey(name))
                .ifPresent(name ->
                        element.at("flow").warn("'" + name + "' is not implicit, password, application or accessCode"));
        if (flow.isEmpty()) {
            element.warn("'flow' is missing");
        }
        if (element.child("scopes").isEmpty()) {
            element.warn("'scopes' is missing");
        }
        flow.map(name -> FLOWS.getOrDefault(name, List.of())).orElse(List.of()).stream()
                .filter(url -> element.child(url).isEmpty())
                .forEach(url -> element.warn("'" + url + "' is missing"));
    }
}
