package dev.writ.engine.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Header fields (RFC 9110, section 5): names without regard to case, several values per name in order. Immutable. */
public final class Headers {
    private static final Headers NONE = new Headers(new String[0], List.of());

    /** There are few: to look through them is faster than any order. */
    private final String[] names;
    /** Of each name. */
    private final List<List<String>> values;
    /** Read when first asked for; whoever reads it comes to the same. */
    private @Nullable Accept accept;

    private Headers(String[] names, List<List<String>> values) {
        this.names = names;
        this.values = values;
    }

    public static Headers none() {
        return NONE;
    }

    public static Headers of(String name, String value) {
        return NONE.with(name, value);
    }

    public static Headers of(Map<String, List<String>> fields) {
        String[] names = new String[fields.size()];
        List<List<String>> values = new ArrayList<>(names.length);
        fields.forEach((name, more) -> {
            int at = indexOf(names, values.size(), name);
            if (at < 0) {
                names[values.size()] = name;
                values.add(List.copyOf(more));
            } else {
                values.set(
                        at,
                        Stream.concat(values.get(at).stream(), more.stream()).toList());
            }
        });
        return new Headers(Arrays.copyOf(names, values.size()), values);
    }

    private static int indexOf(String[] names, int count, String name) {
        for (int i = 0; i < count; i++) {
            if (names[i].equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    private int indexOf(String name) {
        return indexOf(names, names.length, name);
    }

    /** A copy in which {@code name} has this value and no other. */
    public Headers with(String name, String value) {
        return with(name, List.of(value));
    }

    /** A copy in which {@code name} has these values and no other. */
    public Headers with(String name, List<String> some) {
        int at = indexOf(name);
        List<List<String>> copy = new ArrayList<>(values.size() + 1);
        copy.addAll(values);
        if (at >= 0) {
            copy.set(at, List.copyOf(some));
            return new Headers(names, copy);
        }
        copy.add(List.copyOf(some));
        String[] more = Arrays.copyOf(names, names.length + 1);
        more[names.length] = name;
        return new Headers(more, copy);
    }

    /** A copy in which {@code name} has this value, unless it has one already. */
    public Headers withDefault(String name, String value) {
        return indexOf(name) < 0 ? with(name, value) : this;
    }

    public Headers without(String name) {
        int at = indexOf(name);
        if (at < 0) {
            return this;
        }
        List<List<String>> copy = new ArrayList<>(values);
        copy.remove(at);
        String[] fewer = new String[names.length - 1];
        System.arraycopy(names, 0, fewer, 0, at);
        System.arraycopy(names, at + 1, fewer, at, fewer.length - at);
        return new Headers(fewer, copy);
    }

    public Optional<String> first(String name) {
        List<String> found = all(name);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    public List<String> all(String name) {
        int at = indexOf(name);
        return at < 0 ? List.of() : values.get(at);
    }

    /** The values of {@code name} as one, joined by commas (RFC 9110, section 5.3). */
    public Optional<String> combined(String name) {
        List<String> found = all(name);
        return found.size() < 2 ? first(name) : Optional.of(String.join(", ", found));
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
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values.get(i));
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(names);
    }
}
