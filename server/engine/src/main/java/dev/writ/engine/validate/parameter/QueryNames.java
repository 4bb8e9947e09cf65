package dev.writ.engine.validate.parameter;

import dev.writ.engine.model.In;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.model.Serialization.Styled;
import dev.writ.engine.model.Style;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.validate.parameter.Pairs.Pair;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The names that an operation knows in a query: of parameters, of properties of exploded objects, and of API keys. */
final class QueryNames {
    private final String place;
    private final Set<String> exact = new HashSet<>();
    private final Set<String> bracketed = new HashSet<>();
    private boolean everything;

    QueryNames(Operation operation) {
        this.place = operation.place().reference();
        operation.security().stream()
                .flatMap(requirement -> requirement.schemes().stream())
                .map(QueryNames::key)
                .forEach(key -> key.ifPresent(exact::add));
    }

    private static Optional<String> key(SecurityScheme scheme) {
        return scheme.<Optional<String>>fold(
                http -> Optional.empty(),
                apiKey -> apiKey.in() == In.QUERY ? Optional.of(apiKey.key()) : Optional.empty(),
                bearer -> Optional.empty(),
                tls -> Optional.empty());
    }

    /** Takes in a parameter of the query. */
    void add(Parameter parameter, SchemaShape shape) {
        if (isStyled(parameter, Style.DEEP_OBJECT) && shape.allows(JsonType.OBJECT)) {
            bracketed.add(parameter.name());
            return;
        }
        boolean exploded = isStyled(parameter, Style.FORM) && isExploded(parameter);
        if (exploded && shape.allows(JsonType.OBJECT)) {
            exact.addAll(shape.propertyNames());
            everything |= shape.open()
                    && (shape.openBySaying() || shape.propertyNames().isEmpty());
        }
        if (!exploded || shape.types().size() > 1 || !shape.allows(JsonType.OBJECT)) {
            exact.add(parameter.name());
        }
    }

    private static boolean isStyled(Parameter parameter, Style style) {
        return parameter.serialization().<Boolean>fold(styled -> styled.style() == style, content -> false);
    }

    private static boolean isExploded(Parameter parameter) {
        return parameter.serialization().<Boolean>fold(Styled::explode, content -> false);
    }

    /** True of a name that one parameter has for itself. */
    boolean isTaken(String name) {
        int bracket = name.indexOf('[');
        return exact.contains(name) || (bracket > 0 && bracketed.contains(name.substring(0, bracket)));
    }

    /** Tells of names that are unknown, if they are to be refused, and of those that are no names. */
    void check(Pairs query, boolean refuseUnknown, Violations violations) {
        for (String piece : query.malformed()) {
            violations.add(violation("encoding", piece, "'" + piece + "' is not percent-encoded UTF-8"));
        }
        Set<String> told = new HashSet<>();
        for (Pair pair : query.all()) {
            String name = pair.name();
            if (violations.full() || everything || isTaken(name) || bracketed.contains(name)) {
                continue;
            }
            if (refuseUnknown && told.add(name)) {
                violations.add(violation("unknown", name, name + ": is not a query parameter of this operation"));
            } else if (!refuseUnknown && TextCoding.FORM.decode(pair.raw()).isEmpty()) {
                violations.add(
                        violation("encoding", name, name + ": '" + pair.raw() + "' is not percent-encoded UTF-8"));
            }
        }
    }

    private Violation violation(String keyword, String name, String message) {
        return new Violation("query", Optional.of(name), "", keyword, message, place);
    }
}
