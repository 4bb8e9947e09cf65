package dev.writ.engine.anydocument;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which path templates a path is of; more than one where the document leaves the choice to specificity. */
final class Templates {
    private record Template(Spec.Operation operation, String base, Pattern pattern, int literals) {}

    private final List<Template> templates;

    Templates(List<Spec.Operation> operations) {
        templates = operations.stream()
                .flatMap(operation -> operation.bases().stream().map(base -> template(operation, base)))
                .toList();
    }

    private static Template template(Spec.Operation operation, String base) {
        String text = base + operation.template();
        StringBuilder regex = new StringBuilder();
        int literals = 0;
        for (String piece : text.split("(?=\\{)|(?<=\\})", -1)) {
            if (piece.startsWith("{")) {
                regex.append("[^/]+");
            } else {
                regex.append(Pattern.quote(piece));
                literals += piece.length();
            }
        }
        return new Template(operation, base, Pattern.compile(regex.toString()), literals);
    }

    /** Whether another template is of this path that is not clearly less specific. */
    boolean belongsElsewhere(Spec.Operation operation, String path) {
        int own = matching(path).stream()
                .filter(template -> template.operation().template().equals(operation.template()))
                .mapToInt(Template::literals)
                .max()
                .orElse(0);
        return matching(path).stream()
                .anyMatch(template ->
                        !template.operation().template().equals(operation.template()) && template.literals() >= own);
    }

    boolean isKnown(String path) {
        return !matching(path).isEmpty();
    }

    /** The methods that anything has at this path. */
    Set<String> methods(String path) {
        return matching(path).stream()
                .map(template -> template.operation().method())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Template> matching(String path) {
        String decoded = URLDecoder.decode(
                path.replace("+", "%2B").replace("%2F", "_").replace("%2f", "_"), StandardCharsets.UTF_8);
        return templates.stream()
                .filter(template -> template.pattern().matcher(decoded).matches())
                .toList();
    }
}
