package dev.writ.engine.parse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects of one version of OpenAPI by name. {@link Grammars} has the tables. Immutable. */
final class Grammar {
    private static final Set<String> PLAIN = Set.of("text", "flag", "number", "url", "any", "scalar");

    private final Map<String, Kind> kinds;

    private Grammar(Map<String, Kind> kinds) {
        this.kinds = kinds;
    }

    /** Reads a table; a name in it that is nothing is a mistake of ours. */
    static Grammar parse(String table) {
        Map<String, Kind> kinds = new HashMap<>();
        for (String line : table.replace("\n ", " ").split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                String name = line.substring(0, colon);
                Kind kind = Kind.parse(name, line.substring(colon + 2));
                kinds.put(kind.name, kind);
            }
        }
        kinds.values().stream()
                .flatMap(kind -> kind.fields.values().stream())
                .filter(field -> !PLAIN.contains(field.value) && !kinds.containsKey(field.value))
                .findAny()
                .ifPresent(field -> {
                    throw new IllegalStateException(field + " is of no kind");
                });
        return new Grammar(kinds);
    }

    Kind kind(String name) {
        return find(name).orElseThrow();
    }

    /** Empty if this version has no such objects. */
    Optional<Kind> find(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /**
     * An object of OpenAPI.
     *
     * @param reference whether a Reference Object may stand in its place
     * @param fields by name; {@code *} is any other
     */
    record Kind(String name, boolean reference, Map<String, Field> fields) {
        static Kind parse(String name, String text) {
            Map<String, Field> fields = new LinkedHashMap<>();
            Arrays.stream(text.trim().split("\\s+", -1))
                    .map(Field::parse)
                    .forEach(field -> fields.put(field.name, field));
            return new Kind(name.replace(" &", ""), name.endsWith("&"), fields);
        }

        Optional<Field> field(String member) {
            return Optional.ofNullable(fields.getOrDefault(member, fields.get("*")));
        }

        List<Field> required() {
            return fields.values().stream()
                    .filter(field -> field.need != Need.NONE)
                    .toList();
        }
    }

    enum Need {
        NONE,
        BY_SPECIFICATION,
        BY_ENFORCEMENT
    }

    enum Shape {
        ONE,
        LIST,
        MAP
    }

    /** A field of an object: its name, what stands in it, how, and who needs it. */
    record Field(String name, String value, Shape shape, Need need) {
        static Field parse(String text) {
            Need need =
                    text.endsWith("!") ? Need.BY_ENFORCEMENT : text.endsWith("+") ? Need.BY_SPECIFICATION : Need.NONE;
            String bare = need == Need.NONE ? text : text.substring(0, text.length() - 1);
            int colon = bare.indexOf(':');
            String value = bare.substring(colon + 1);
            Shape shape = value.startsWith("[") ? Shape.LIST : value.startsWith("{") ? Shape.MAP : Shape.ONE;
            return new Field(
                    bare.substring(0, colon),
                    shape == Shape.ONE ? value : value.substring(1, value.length() - 1),
                    shape,
                    need);
        }

        boolean plain() {
            return PLAIN.contains(value);
        }
    }
}
