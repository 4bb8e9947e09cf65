package dev.writ.engine.parse;

import dev.writ.engine.model.In;
import dev.writ.engine.model.Operation;
import java.util.List;

/** Parameters that are the whole query, and those that have no name (OpenAPI 3.2, section 4.12). */
final class WholeQueryRules {
    private static final List<String> OF_SCHEMAS = List.of("style", "explode", "allowReserved");

    private WholeQueryRules() {}

    static void check(List<Element> parameters, Element root, List<Operation> operations) {
        parameters.forEach(WholeQueryRules::check);
        for (Operation operation : operations) {
            if (operation.parameters().stream().anyMatch(parameter -> parameter.in() == In.QUERYSTRING)) {
                operation.security().stream()
                        .flatMap(requirement -> requirement.schemes().stream())
                        .filter(scheme ->
                                scheme.fold(http -> false, key -> key.in() == In.QUERY, bearer -> false, tls -> false))
                        .findFirst()
                        .ifPresent(scheme -> root.at("paths")
                                .warn("the key of '" + scheme.name() + "' is in the query, which is one value of "
                                        + operation.operationId() + " as a whole"));
            }
        }
    }

    private static void check(Element parameter) {
        boolean whole =
                parameter.text("in").filter(In.QUERYSTRING.text()::equals).isPresent();
        if (parameter.child("name").isEmpty()) {
            if (whole) {
                parameter.warn("'name' is missing");
            } else {
                parameter.fault("'name' is missing");
            }
        }
        if (whole) {
            OF_SCHEMAS.forEach(field -> parameter
                    .child(field)
                    .ifPresent(present -> present.warn("'" + field + "' says nothing of a whole query")));
        }
    }
}
