package dev.writ.engine.match;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Target found;
    private @Nullable SortedSet<String> allowed;

    Search(String method, RequestPath path, int contracts) {
        this.method = method;
        this.path = path;
        this.seen = new boolean[contracts];
        this.unseen = contracts;
    }

    Match from(Node root) {
        visit(root, 0);
        if (found != null) {
            return new Match.Found(found.operation(), found.values(path));
        }
        return allowed == null ? new Match.NotFound() : new Match.MethodNotAllowed(allowed);
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
        Node literal = node.literal(segment);
        if (literal != null && visit(literal, depth + 1)) {
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
        Node variable = node.variable();
        return variable != null && visit(variable, depth + 1);
    }

    private boolean arrive(Node node) {
        for (Node.Leaf leaf : node.leaves()) {
            if (!seen[leaf.contract()]) {
                seen[leaf.contract()] = true;
                unseen--;
                look(leaf.targets());
            }
        }
        return found != null || unseen == 0;
    }

    private void look(Map<String, Target> targets) {
        Target target = targets.get(method);
        if (target != null) {
            found = target;
        } else if (found == null && method.equals("HEAD")) {
            found = targets.get("GET");
        }
        if (found == null) {
            allowed = allowed == null ? new TreeSet<>() : allowed;
            allowed.addAll(targets.keySet());
            allowed.add("OPTIONS");
            if (targets.containsKey("GET")) {
                allowed.add("HEAD");
            }
        }
    }
}
