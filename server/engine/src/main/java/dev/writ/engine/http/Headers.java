package dev.writ.engine.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Header fields (RFC 9110, section 5): names without regard to case, several values per name in order. Immutable. */
public final class Headers {
    private static final Headers NONE = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final SortedMap<String, List<String>> fields;
    /** Read when first asked for; whoever reads it comes to the same. */
    private @Nullable Accept accept;

    private Headers(SortedMap<String, List<String>> fields) {
        this.fields = fields;
    }

    public static Headers none() {
        return NONE;
    }

    public static Headers of(String name, String value) {
        return NONE.with(name, value);
    }

    public static Headers of(Map<String, List<String>> fields) {
        SortedMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, values) ->
                copy.computeIfAbsent(name, absent -> new ArrayList<>()).addAll(values));
        return new Headers(copy);
    }

    /** A copy in which {@code name} has this value and no other. */
    public Headers with(String name, String value) {
        return with(name, List.of(value));
    }

    /** A copy in which {@code name} has these values and no other. */
    public Headers with(String name, List<String> values) {
        SortedMap<String, List<String>> copy = new TreeMap<>(fields);
        copy.put(name, List.copyOf(values));
        return new Headers(copy);
    }

    /** A copy in which {@code name} has this value, unless it has one already. */
    public Headers withDefault(String name, String value) {
        return fields.containsKey(name) ? this : with(name, value);
    }

    public Headers without(String name) {
        if (!fields.containsKey(name)) {
            return this;
        }
        SortedMap<String, List<String>> copy = new TreeMap<>(fields);
        copy.remove(name);
        return new Headers(copy);
    }

    public Optional<String> first(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    public List<String> all(String name) {
        return Collections.unmodifiableList(fields.getOrDefault(name, List.of()));
    }

    /** The values of {@code name} as one, joined by commas (RFC 9110, section 5.3). */
    public Optional<String> combined(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    /** What {@code Accept} says. */
    public Accept accept() {
        Accept known = accept;
        if (known == null) {
            known = Accept.of(all("Accept"));
            accept = known;
        }
        return known;
    }

    /** What {@code Accept-Encoding} says. */
    public AcceptEncoding acceptEncoding() {
        return AcceptEncoding.of(all("Accept-Encoding"));
    }

    /** A copy in which {@code Vary} has this name too (RFC 9110, section 12.5.5). */
    public Headers varying(String name) {
        String vary = combined("Vary").orElse("");
        boolean told = Arrays.stream(vary.split(",", -1))
                .map(String::trim)
                .anyMatch(other -> other.equals("*") || other.equalsIgnoreCase(name));
        return told ? this : with("Vary", vary.isEmpty() ? name : vary + ", " + name);
    }

    public void forEach(BiConsumer<String, List<String>> action) {
        fields.forEach((name, values) -> action.accept(name, Collections.unmodifiableList(values)));
    }

    @Override
    public String toString() {
        return fields.keySet().toString();
    }
}
