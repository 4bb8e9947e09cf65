package dev.writ.engine.match;

import dev.writ.engine.model.Operation;
import dev.writ.engine.model.PathTemplate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of matching once more, by regular expressions and comparison of all: for paths without percent-encoding. */
final class NaiveMatcher {
    private final List<Operation> operations;

    NaiveMatcher(List<Operation> operations) {
        this.operations = operations;
    }

    String answer(String method, String path) {
        List<Operation> matching = operations.stream()
                .filter(operation -> pattern(operation.path()).matcher(path).matches())
                .sorted(Comparator.comparing(operation -> rank(operation.path())))
                .toList();
        if (matching.isEmpty()) {
            return "not found";
        }
        String best = matching.get(0).path().shape();
        SortedSet<String> methods = new TreeSet<>();
        for (Operation operation : matching) {
            if (operation.path().shape().equals(best)) {
                methods.add(operation.method());
                if (operation.method().equals(method)) {
                    return operation.operationId() + " " + values(operation.path(), path);
                }
            }
        }
        methods.add("OPTIONS");
        return "not allowed " + methods;
    }

    private static Pattern pattern(PathTemplate template) {
        StringBuilder regex = new StringBuilder();
        for (PathTemplate.Segment segment : template.segments()) {
            regex.append('/').append(Pattern.quote(segment.literals().get(0)));
            for (int i = 0; i < segment.variables().size(); i++) {
                regex.append("([^/]+)").append(Pattern.quote(segment.literals().get(i + 1)));
            }
        }
        return Pattern.compile(regex.toString());
    }

    private static Map<String, String> values(PathTemplate template, String path) {
        Matcher matcher = pattern(template).matcher(path);
        if (!matcher.matches()) {
            throw new IllegalStateException(path);
        }
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < template.variables().size(); i++) {
            values.put(template.variables().get(i), matcher.group(i + 1));
        }
        return values;
    }

    /** Sorts as the rules say: a letter for each segment's kind, then what decides within the kind. */
    private static String rank(PathTemplate template) {
        StringBuilder rank = new StringBuilder();
        for (PathTemplate.Segment segment : template.segments()) {
            int text = String.join("", segment.literals()).length();
            int variables = segment.variables().size();
            String kind = variables == 0 ? "A" : text == 0 && variables == 1 ? "C" : "B";
            rank.append(kind)
                    .append((char) (1000 - text))
                    .append((char) variables)
                    .append(segment.shape())
                    .append((char) 0);
        }
        return rank.toString();
    }
}
