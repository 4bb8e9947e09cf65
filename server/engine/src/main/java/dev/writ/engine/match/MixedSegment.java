package dev.writ.engine.match;

import dev.writ.engine.model.PathTemplate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A segment with variables beside other text, or several of them: {@code {id}.json}, {@code {z},{x},{y}}. Each variable
 * takes at least one character, and from the left each takes as much as leaves the rest a match: {@code {name}.{format}}
 * reads {@code a.tar.gz} as {@code a.tar} and {@code gz}. What a client percent-encoded of the reserved characters belongs to
 * a value where there is a reading that has it so; only where there is none it counts as the template's text. Takes time
 * in proportion to the length of what is read.
 */
record MixedSegment(PathTemplate.Segment template) {
    /** The more text the earlier; then the fewer variables; then by the text itself. Equal only where shapes are. */
    static final Comparator<MixedSegment> MOST_LITERAL_FIRST = Comparator.comparingInt(MixedSegment::textLength)
            .reversed()
            .thenComparingInt(segment -> segment.template.variables().size())
            .thenComparing(segment -> segment.template.shape());

    private int textLength() {
        return template.literals().stream().mapToInt(String::length).sum();
    }

    String prefix() {
        return template.literals().get(0);
    }

    String suffix() {
        return template.literals().get(template.variables().size());
    }

    boolean matches(String raw, String decoded) {
        return cut(new EncodedText(raw, decoded)).isPresent();
    }

    /** Sets the variables, named as in {@code names}, from a segment that matches. */
    static void read(PathTemplate.Segment names, String raw, String decoded, Map<String, String> values) {
        EncodedText text = new EncodedText(raw, decoded);
        int[] cuts = new MixedSegment(names).cut(text).orElseThrow();
        for (int i = 0; i < names.variables().size(); i++) {
            values.put(names.variables().get(i), text.raw(cuts[2 * i], cuts[2 * i + 1]));
        }
    }

    private Optional<int[]> cut(EncodedText text) {
        return cut(text, true).or(() -> cut(text, false));
    }

    /** Begin and end of each variable. From the right, each literal as far right as it goes: what is left is the longest. */
    private Optional<int[]> cut(EncodedText text, boolean delimiting) {
        List<String> literals = template.literals();
        int last = literals.size() - 1;
        int begin = prefix().length();
        int end = text.length() - suffix().length();
        if (end <= begin || !text.hasAt(0, prefix(), delimiting) || !text.hasAt(end, suffix(), delimiting)) {
            return Optional.empty();
        }
        int[] cuts = new int[2 * last];
        for (int i = last - 1; i > 0; i--) {
            String literal = literals.get(i);
            int at = end - 1 - literal.length();
            while (at > begin && !(text.hasAt(at, literal, delimiting) && text.isBoundary(at + literal.length()))) {
                at--;
            }
            if (at <= begin) {
                return Optional.empty();
            }
            cuts[2 * i] = at + literal.length();
            cuts[2 * i + 1] = end;
            end = at;
        }
        cuts[0] = begin;
        cuts[1] = end;
        return Optional.of(cuts);
    }
}
