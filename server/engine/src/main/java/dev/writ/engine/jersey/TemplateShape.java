package dev.writ.engine.jersey;

import dev.writ.engine.model.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.glassfish.jersey.uri.UriTemplate;

/**
 * A path template without the names and patterns of its variables and without a slash at its end, so that those of JAX-RS
 * and of a contract compare.
 */
final class TemplateShape {
    private TemplateShape() {}

    /** Of templates that follow one another, from the left. */
    static String of(List<UriTemplate> templates) {
        return of(templates.stream().map(UriTemplate::getTemplate).collect(Collectors.joining("/")));
    }

    /** Every path of an operation, one for each of its base paths. */
    static Set<String> of(Operation operation) {
        return operation.basePaths().stream()
                .map(base -> of(base + operation.path().text()))
                .collect(Collectors.toSet());
    }

    static String of(String template) {
        StringBuilder shape = new StringBuilder("/");
        int depth = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{' && depth++ == 0) {
                shape.append("{}");
            } else if (c == '}' && depth > 0) {
                depth--;
            } else if (depth == 0 && !(c == '/' && endsWithSlash(shape))) {
                shape.append(c);
            }
        }
        return shape.length() > 1 && endsWithSlash(shape) ? shape.substring(0, shape.length() - 1) : shape.toString();
    }

    private static boolean endsWithSlash(StringBuilder text) {
        return text.charAt(text.length() - 1) == '/';
    }
}
