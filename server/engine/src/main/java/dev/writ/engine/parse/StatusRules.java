package dev.writ.engine.parse;

import dev.writ.engine.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which statuses the engine answers by itself and an operation does not declare. */
final class StatusRules {
    private static final int SHOWN = 3;

    private StatusRules() {}

    /** One warning for a document. */
    static void check(Element root, List<Operation> operations) {
        Map<Integer, List<String>> missing = new TreeMap<>();
        for (Operation operation : operations) {
            for (int status : statuses(operation)) {
                if (operation.response(status).isEmpty()) {
                    missing.computeIfAbsent(status, absent -> new ArrayList<>()).add(operation.operationId());
                }
            }
        }
        if (!missing.isEmpty()) {
            StringBuilder text = new StringBuilder("the engine answers by itself what operations do not declare:");
            missing.forEach((status, ids) -> text.append(text.charAt(text.length() - 1) == ':' ? " " : "; ")
                    .append(status)
                    .append(" (")
                    .append(String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size()))))
                    .append(ids.size() > SHOWN ? " and " + (ids.size() - SHOWN) + " more)" : ")"));
            root.at("paths").warn(text.toString());
        }
    }

    private static List<Integer> statuses(Operation operation) {
        List<Integer> statuses = new ArrayList<>();
        boolean body = operation.requestBody().isPresent();
        if (body || !operation.parameters().isEmpty()) {
            statuses.add(400);
        }
        if (operation.security().stream()
                .noneMatch(requirement -> requirement.uses().isEmpty())) {
            statuses.add(401);
        }
        if (operation.security().stream()
                .flatMap(requirement -> requirement.uses().stream())
                .anyMatch(use -> !use.scopes().isEmpty())) {
            statuses.add(403);
        }
        if (operation.responses().stream()
                .anyMatch(response ->
                        response.status().startsWith("2") && response.content().size() > 1)) {
            statuses.add(406);
        }
        if (body) {
            statuses.add(413);
            statuses.add(415);
        }
        return statuses;
    }
}
