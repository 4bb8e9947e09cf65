package dev.writ.engine.anydocument;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What was tried on a document, and what was not. */
final class Summary {
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> skipped = new LinkedHashMap<>();

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void skip(String why) {
        skipped.merge(why.length() > 300 ? why.substring(0, 300) + "..." : why, 1, Integer::sum);
    }

    int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((what, times) ->
                text.append("  ").append(times).append(' ').append(what).append('\n'));
        text.append("  ").append(skipped.size()).append(" skipped\n");
        skipped.entrySet().stream()
                .limit(Integer.getInteger("skipped", 15))
                .forEach(entry -> text.append("    ")
                        .append(entry.getValue())
                        .append(" times ")
                        .append(entry.getKey())
                        .append('\n'));
        return text.toString();
    }
}
