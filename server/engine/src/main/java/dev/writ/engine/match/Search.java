package dev.writ.engine.match;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One path on its way down the templates, the most literal way first. The first place where a contract has the path is what
 * the path means there; if it lacks the method, another contract may have it elsewhere. For one request, one thread.
 */
final class Search {
    private final String method;
    private final RequestPath path;
    private final boolean[] seen;
    private int unseen;
    private int visited;
    private Optional<Target> found = Optional.empty();
    private final SortedSet<String> allowed = new TreeSet<>();

    Search(String method, RequestPath path, int contracts) {
        this.method = method;
        this.path = path;
        this.seen = new boolean[contracts];
        this.unseen = contracts;
    }

    Match from(Node root) {
        visit(root, 0);
        if (found.isPresent()) {
            return new Match.Found(found.get().operation(), found.get().values(path));
        }
        return allowed.isEmpty() ? new Match.NotFound() : new Match.MethodNotAllowed(allowed);
    }

    /** How many nodes that took. */
    int visited() {
        return visited;
    }

    /** True if there is nothing more to look for. */
    private boolean visit(Node node, int depth) {
        visited++;
        if (depth == path.length()) {
            return arrive(node);
        }
        String segment = path.decoded(depth);
        Optional<Node> literal = node.literal(segment);
        if (literal.isPresent() && visit(literal.get(), depth + 1)) {
            return true;
        }
        if (segment.isEmpty()) {
            return false;
        }
        for (MixedSegments.Branch branch : node.mixed(segment)) {
            if (branch.segment().matches(path.raw(depth), segment) && visit(branch.next(), depth + 1)) {
                return true;
            }
        }
        return node.variable().isPresent() && visit(node.variable().get(), depth + 1);
    }

    private boolean arrive(Node node) {
        for (Node.Leaf leaf : node.leaves()) {
            if (!seen[leaf.contract()]) {
                seen[leaf.contract()] = true;
                unseen--;
                look(leaf.targets());
            }
        }
        return found.isPresent() || unseen == 0;
    }

    private void look(Map<String, Target> targets) {
        Optional<Target> get = Optional.ofNullable(targets.get("GET"));
        Optional<Target> head = method.equals("HEAD") ? found.or(() -> get) : found;
        found = Optional.ofNullable(targets.get(method)).or(() -> head);
        if (found.isEmpty()) {
            allowed.addAll(targets.keySet());
            allowed.add("OPTIONS");
            if (get.isPresent()) {
                allowed.add("HEAD");
            }
        }
    }
}
