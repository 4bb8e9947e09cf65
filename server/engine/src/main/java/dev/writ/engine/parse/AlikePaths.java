package dev.writ.engine.parse;

import dev.writ.engine.model.PathTemplate;
import dev.writ.engine.model.PathTemplate.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Templates of which one path may be an instance each, while nothing makes one of them more specific: a segment of both
 * has variables beside as much other text, as {@code {a}-{b}} and {@code {a}_{b}}.
 */
final class AlikePaths {
    private static final int MAX_COMPARED = 100;

    private final Map<Kind, List<PathTemplate>> known = new HashMap<>();

    /** Templates that are equal up to a segment, which is as specific in each. */
    private record Kind(String before, int segments, int textLength, int variables) {}

    /** Takes a template in, and tells one of those before it that is like it. */
    Optional<String> add(PathTemplate template) {
        Optional<String> found = Optional.empty();
        StringBuilder before = new StringBuilder();
        for (int i = 0; i < template.segments().size(); i++) {
            Segment segment = template.segments().get(i);
            if (!segment.isLiteral() && !segment.isVariable()) {
                int at = i;
                List<PathTemplate> same =
                        known.computeIfAbsent(kind(before.toString(), template, segment), absent -> new ArrayList<>());
                found = found.or(() -> same.stream()
                        .limit(MAX_COMPARED)
                        .filter(other -> !other.shape().equals(template.shape()))
                        .filter(other -> mayBeOne(other, template, at))
                        .map(PathTemplate::text)
                        .findFirst());
                same.add(template);
            }
            before.append('/').append(segment.shape());
        }
        return found;
    }

    private static Kind kind(String before, PathTemplate template, Segment segment) {
        int length = segment.literals().stream().mapToInt(String::length).sum();
        return new Kind(
                before, template.segments().size(), length, segment.variables().size());
    }

    private static boolean mayBeOne(PathTemplate one, PathTemplate other, int from) {
        for (int i = from; i < one.segments().size(); i++) {
            if (!mayBeOne(one.segments().get(i), other.segments().get(i))) {
                return false;
            }
        }
        return !one.segments()
                .get(from)
                .shape()
                .equals(other.segments().get(from).shape());
    }

    private static boolean mayBeOne(Segment one, Segment other) {
        if (one.isLiteral() && other.isLiteral()) {
            return one.equals(other);
        }
        boolean begin = first(one).startsWith(first(other)) || first(other).startsWith(first(one));
        boolean end = last(one).endsWith(last(other)) || last(other).endsWith(last(one));
        return begin && end;
    }

    private static String first(Segment segment) {
        return segment.literals().get(0);
    }

    private static String last(Segment segment) {
        return segment.literals().get(segment.literals().size() - 1);
    }
}
