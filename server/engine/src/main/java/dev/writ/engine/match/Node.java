package dev.writ.engine.match;

import dev.writ.engine.model.PathTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the templates that begin alike have in common, and the ways on. Not changed any more once it is searched. */
final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private final MixedSegments mixed = new MixedSegments();
    private @Nullable Node variable;
    /** By contract, in their order: what there is at the end of the path. */
    private final List<Leaf> leaves = new ArrayList<>();

    /** The operations of one contract by method. */
    record Leaf(int contract, Map<String, Target> targets) {}

    Node descend(PathTemplate.Segment segment) {
        if (segment.isLiteral()) {
            return literals.computeIfAbsent(segment.literals().get(0), absent -> new Node());
        }
        if (!segment.isVariable()) {
            return mixed.descend(segment);
        }
        variable = variable == null ? new Node() : variable;
        return variable;
    }

    Map<String, Target> targets(int contract) {
        return leaves.stream()
                .filter(leaf -> leaf.contract == contract)
                .findFirst()
                .orElseGet(() -> {
                    Leaf leaf = new Leaf(contract, new HashMap<>());
                    leaves.add(leaf);
                    return leaf;
                })
                .targets;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    @Nullable
    Node literal(String segment) {
        return literals.get(segment);
    }

    List<MixedSegments.Branch> mixed(String segment) {
        return mixed.candidates(segment);
    }

    @Nullable
    Node variable() {
        return variable;
    }
}
