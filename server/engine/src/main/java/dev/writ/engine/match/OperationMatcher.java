package dev.writ.engine.match;

import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.PathTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the operation for a method and a path (OpenAPI 3.1, section 4.8.8.2): a literal segment wins over a variable, from
 * the left, in whatever order the contract has them. HEAD means GET where the contract has no HEAD (RFC 9110, section
 * 9.3.2). Immutable.
 */
public final class OperationMatcher {
    private final Node root = new Node();

    public OperationMatcher(List<Operation> operations) {
        operations.forEach(this::add);
    }

    private void add(Operation operation) {
        Node node = root;
        for (PathTemplate.Segment segment : operation.path().segments()) {
            node = node.descend(segment);
        }
        Operation other = node.operations.putIfAbsent(operation.method(), operation);
        if (other != null) {
            throw new IllegalArgumentException(operation + " cannot be told from " + other);
        }
    }

    /** Matches decoded segments; an empty variable matches nothing. */
    public Match match(String method, List<String> segments) {
        Optional<Node> leaf = find(root, segments, 0);
        if (leaf.isEmpty()) {
            return new Match.NotFound();
        }
        Map<String, Operation> operations = leaf.get().operations;
        Operation operation = operations.get(method);
        if (operation == null && method.equals("HEAD")) {
            operation = operations.get("GET");
        }
        return operation == null
                ? new Match.MethodNotAllowed(allowed(operations))
                : new Match.Found(operation, values(operation, segments));
    }

    private static Optional<Node> find(Node node, List<String> segments, int depth) {
        if (depth == segments.size()) {
            return node.operations.isEmpty() ? Optional.empty() : Optional.of(node);
        }
        String segment = segments.get(depth);
        Node literal = node.literals.get(segment);
        if (literal != null) {
            Optional<Node> found = find(literal, segments, depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return segment.isEmpty() ? Optional.empty() : node.variable.flatMap(next -> find(next, segments, depth + 1));
    }

    private static Map<String, String> values(Operation operation, List<String> segments) {
        Map<String, String> values = new HashMap<>();
        List<PathTemplate.Segment> template = operation.path().segments();
        for (int i = 0; i < segments.size(); i++) {
            if (template.get(i).variable()) {
                values.put(template.get(i).text(), segments.get(i));
            }
        }
        return values;
    }

    private static SortedSet<String> allowed(Map<String, Operation> operations) {
        SortedSet<String> allowed = new TreeSet<>(operations.keySet());
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add("OPTIONS");
        return allowed;
    }

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<String, Operation> operations = new HashMap<>();
        private Optional<Node> variable = Optional.empty();

        Node descend(PathTemplate.Segment segment) {
            if (!segment.variable()) {
                return literals.computeIfAbsent(segment.text(), absent -> new Node());
            }
            Node next = variable.orElseGet(Node::new);
            variable = Optional.of(next);
            return next;
        }
    }

    /** The segments of a path, decoded one by one, so that {@code %2F} cuts nothing; empty if it is not a path or badly encoded. */
    public static Optional<List<String>> segments(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>();
        for (String segment : path.substring(1).split("/", -1)) {
            Optional<String> decoded = PercentEncoding.decode(segment, false);
            if (decoded.isEmpty()) {
                return Optional.empty();
            }
            segments.add(decoded.get());
        }
        return Optional.of(segments);
    }
}
