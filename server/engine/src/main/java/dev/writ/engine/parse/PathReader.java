package dev.writ.engine.parse;

import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.PathTemplate;
import dev.writ.engine.model.SecurityScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code paths}: templates that can be told from one another, and the operations of each. */
final class PathReader {
    /** What says something of the connection, not of a resource (RFC 9110, sections 9.3.6 and 9.3.8). */
    private static final Set<String> NOT_SERVED = Set.of("TRACE", "CONNECT");

    private final Element root;
    private final OperationReader reader;
    private final Map<String, String> shapes = new HashMap<>();
    private final AlikePaths alike = new AlikePaths();

    PathReader(Element root, Syntax syntax, Map<String, SecurityScheme> schemes, OperationIds ids) {
        this.root = root;
        this.reader = new OperationReader(syntax, new SecurityReader(root, syntax, schemes), ids);
    }

    /** In the order of the document. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.members("paths").forEach((text, path) -> {
            if (!text.startsWith("x-") && path.node().isObject()) {
                template(text, path).ifPresent(template -> operations.addAll(operations(template, path)));
            }
        });
        return List.copyOf(operations);
    }

    private Optional<PathTemplate> template(String text, Element path) {
        if (!text.startsWith("/")) {
            path.fault("a path begins with a slash");
            return Optional.empty();
        }
        if (!PathTemplate.isWellFormed(text)) {
            path.fault("braces surround the name of a variable within one segment");
            return Optional.empty();
        }
        if (text.contains("}{")) {
            path.fault("two variables with nothing between them: where the first one ends cannot be told");
            return Optional.empty();
        }
        PathTemplate template = PathTemplate.parse(
                text,
                literal -> PercentEncoding.decodeWritten(literal).orElseGet(() -> {
                    path.fault("'" + literal + "' is not percent-encoded UTF-8");
                    return literal;
                }));
        Optional.ofNullable(shapes.putIfAbsent(template.shape(), text))
                .ifPresent(other -> path.fault("cannot be told from the path '" + other + "'"));
        alike.add(template)
                .ifPresent(other -> path.warn("a path may be of this form and of '" + other
                        + "', and neither of them is more specific: the first in alphabetical order is taken"));
        List<String> variables = template.variables();
        if (new HashSet<>(variables).size() < variables.size()) {
            path.fault("the path has a variable twice");
        }
        return Optional.of(template);
    }

    private List<Operation> operations(PathTemplate template, Element path) {
        PathItem item = PathItem.of(path);
        List<Operation> operations = new ArrayList<>();
        item.operations().forEach((method, operation) -> {
            if (!operation.node().isObject()) {
                return;
            }
            Operation read = reader.read(method, template, item.over(root), operation);
            if (NOT_SERVED.contains(method)) {
                operation.warn(method + " is not served");
            } else {
                operations.add(read);
            }
        });
        if (template.text().indexOf('?') >= 0 || template.text().indexOf('#') >= 0) {
            path.warn("a path has neither query nor fragment: requests reach it by %3F and %23 alone");
        }
        return operations;
    }
}
