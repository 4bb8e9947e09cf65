package dev.writ.engine.match;

import dev.writ.engine.model.PathTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@link MixedSegment}s in one place of the templates, found by hash of what they begin and end with: how many there
 * are does not matter, only how many different lengths those texts have.
 */
final class MixedSegments {
    private static final Comparator<Branch> ORDER =
            Comparator.comparing(Branch::segment, MixedSegment.MOST_LITERAL_FIRST);

    private final Map<Lengths, Map<Ends, List<Branch>>> index = new HashMap<>();

    /** One of them, and the way on. */
    record Branch(MixedSegment segment, Node next) {}

    private record Lengths(int prefix, int suffix) {}

    private record Ends(String prefix, String suffix) {}

    Node descend(PathTemplate.Segment template) {
        MixedSegment segment = new MixedSegment(template);
        List<Branch> branches = index.computeIfAbsent(
                        new Lengths(segment.prefix().length(), segment.suffix().length()), absent -> new HashMap<>())
                .computeIfAbsent(new Ends(segment.prefix(), segment.suffix()), absent -> new ArrayList<>());
        return branches.stream()
                .filter(branch -> branch.segment.template().literals().equals(template.literals()))
                .findFirst()
                .orElseGet(() -> {
                    Branch branch = new Branch(segment, new Node());
                    branches.add(branch);
                    branches.sort(ORDER);
                    return branch;
                })
                .next;
    }

    /** Those that a segment, decoded, begins and ends like, the most literal first. */
    List<Branch> candidates(String segment) {
        if (index.isEmpty()) {
            return List.of();
        }
        List<Branch> found = List.of();
        for (Map.Entry<Lengths, Map<Ends, List<Branch>>> entry : index.entrySet()) {
            int prefix = entry.getKey().prefix;
            int suffix = segment.length() - entry.getKey().suffix;
            if (prefix >= suffix) {
                continue;
            }
            List<Branch> more = entry.getValue()
                    .getOrDefault(new Ends(segment.substring(0, prefix), segment.substring(suffix)), List.of());
            found = found.isEmpty() ? more : merged(found, more);
        }
        return found;
    }

    private static List<Branch> merged(List<Branch> some, List<Branch> more) {
        if (more.isEmpty()) {
            return some;
        }
        List<Branch> all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(ORDER);
        return all;
    }
}
