package dev.writ.engine.parse;

import dev.writ.engine.model.In;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.model.SecurityRequirement;
import dev.writ.engine.model.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code securitySchemes} and {@code security} (OpenAPI 3.1, sections 4.8.27 and 4.8.30). */
final class SecurityReader {
    private final Element root;
    private final Syntax syntax;
    private final Map<String, SecurityScheme> schemes;

    SecurityReader(Element root, Syntax syntax, Map<String, SecurityScheme> schemes) {
        this.root = root;
        this.syntax = syntax;
        this.schemes = schemes;
    }

    /** By name, in the order of the document. */
    static Map<String, SecurityScheme> schemes(Syntax syntax) {
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        syntax.components("securitySchemes")
                .map(Element::members)
                .orElse(Map.of())
                .forEach((name, reference) -> reference
                        .resolved()
                        .flatMap(element -> syntax.securityScheme(name, element))
                        .ifPresent(scheme -> schemes.put(name, scheme)));
        return schemes;
    }

    static Optional<SecurityScheme> scheme(String name, Element element) {
        String type = element.text("type").orElse("");
        return switch (type) {
            case "http" -> needed(element, "scheme").map(scheme -> http(name, scheme, element));
            case "apiKey" ->
                apiKey(name, element, List.of(In.QUERY, In.HEADER, In.COOKIE), "is not query, header or cookie");
            case "oauth2" -> Optional.of(bearer(name, type, "flows", element));
            case "openIdConnect" -> Optional.of(bearer(name, type, "openIdConnectUrl", element));
            case "mutualTLS" -> Optional.of(new SecurityScheme.MutualTls(name, element.place()));
            default -> {
                element.child("type")
                        .ifPresent(at ->
                                at.fault("'" + type + "' is not http, apiKey, oauth2, openIdConnect or mutualTLS"));
                yield Optional.empty();
            }
        };
    }

    private static SecurityScheme http(String name, String scheme, Element element) {
        return scheme.equalsIgnoreCase("bearer")
                ? new SecurityScheme.Bearer(name, "http", element.place())
                : new SecurityScheme.Http(name, scheme.toLowerCase(Locale.ROOT), element.place());
    }

    static Optional<SecurityScheme> apiKey(String name, Element element, List<In> places, String otherwise) {
        Optional<String> key = needed(element, "name");
        Optional<String> where = needed(element, "in");
        Optional<In> in = where.flatMap(In::of).filter(places::contains);
        if (where.isPresent() && in.isEmpty()) {
            element.at("in").fault("'" + where.get() + "' " + otherwise);
        }
        return in.flatMap(place -> key.map(k -> new SecurityScheme.ApiKey(name, place, k, element.place())));
    }

    /** What only those who fetch tokens need may be missing. */
    private static SecurityScheme bearer(String name, String type, String field, Element element) {
        if (element.child(field).isEmpty()) {
            element.warn("'" + field + "' is missing");
        }
        return new SecurityScheme.Bearer(name, type, element.place());
    }

    private static Optional<String> needed(Element element, String field) {
        Optional<String> text = element.text(field).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            element.fault("'" + field + "' is missing");
        }
        return text;
    }

    /** What an operation asks for: its own {@code security}, else the document's; one empty requirement if neither does. */
    List<SecurityRequirement> requirements(Element operation) {
        Element owner = operation.child("security").isPresent() ? operation : root;
        List<SecurityRequirement> requirements =
                owner.items("security").stream().map(this::requirement).toList();
        return requirements.isEmpty() ? List.of(new SecurityRequirement(List.of())) : requirements;
    }

    private SecurityRequirement requirement(Element item) {
        List<SecurityRequirement.Use> all = new ArrayList<>();
        item.forEachMember((name, scopes) -> {
            SecurityScheme scheme = schemes.get(name);
            if (scheme == null && item.isFrom(Version.V3_2) && isUri(name) && !isDeclared(name)) {
                scheme = byUri(name, scopes).orElse(null);
            }
            if (scheme != null) {
                all.add(new SecurityRequirement.Use(
                        scheme,
                        scopes.items().stream()
                                .map(scope -> scope.node().asText())
                                .toList()));
            } else if (!isDeclared(name) && !(item.isFrom(Version.V3_2) && isUri(name))) {
                scopes.fault("there is no security scheme '" + name + "'");
            }
        });
        return new SecurityRequirement(List.copyOf(all));
    }

    /** Whether the name of a requirement can be nothing but a reference to a scheme (OpenAPI 3.2, section 4.30). */
    static boolean isUri(String name) {
        return name.indexOf('#') >= 0 || name.indexOf('/') >= 0;
    }

    /**
     * One that another document declares, under the name that it has there; where that is taken, its URI is its name. What is
     * wrong with the reference has been told.
     */
    private Optional<SecurityScheme> byUri(String uri, Element at) {
        Optional<Element> target = at.asReference(uri).resolved();
        Optional<SecurityScheme> known = target.flatMap(element -> schemes.values().stream()
                .filter(scheme -> scheme.place().equals(element.place()))
                .findFirst());
        if (known.isPresent() || target.isEmpty()) {
            return known;
        }
        String last = Pointers.name(uri.substring(uri.lastIndexOf('/') + 1));
        String name = isDeclared(last) || schemes.containsKey(last) || last.indexOf('#') >= 0 ? uri : last;
        Optional<SecurityScheme> scheme = scheme(name, target.get());
        scheme.ifPresent(found -> schemes.put(name, found));
        return scheme;
    }

    /** A scheme with faults of its own is not unknown as well. */
    private boolean isDeclared(String name) {
        return isDeclared(syntax, name);
    }

    static boolean isDeclared(Syntax syntax, String name) {
        return syntax.components("securitySchemes")
                .filter(declared -> declared.node().has(name))
                .isPresent();
    }
}
