package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.Conjunction.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the properties of a form are written as: by {@code contentType}, else by the type of the property (OpenAPI 3.0.4,
 * section 4.7.15.1.1, and 3.1.1, section 4.8.15.1.1). What the specification leaves open is unsatisfiable.
 */
final class FormKinds {
    private static final int BRANCHES = 6;
    private static final Set<String> CONTAINERS = Set.of("array", "object");

    private final SchemaSet schemas;
    private final boolean multipart;
    private final boolean is30;

    FormKinds(SchemaSet schemas, boolean multipart, boolean is30) {
        this.schemas = schemas;
        this.multipart = multipart;
        this.is30 = is30;
    }

    /** A kind, and the content type to be sent with it; empty where the default of parts, plain text, is meant. */
    record Written(FormKind kind, String contentType) {}

    /** Whether a property is an array whatever way its schema goes. */
    boolean isArray(List<Part> property) throws Unsatisfiable {
        Set<String> types = types(property);
        if (types.contains("array") && !types.equals(Set.of("array"))) {
            throw new Unsatisfiable("an array or something else");
        }
        return types.contains("array");
    }

    /** What schemas say together, one way taken of each choice. */
    Constraints resolved(List<Part> schema) throws Unsatisfiable {
        return constraints(schema, 0);
    }

    /** The schemas of an item of an array. */
    List<Part> item(List<Part> array, int index) throws Unsatisfiable {
        return constraints(array, 0).item(index);
    }

    Written of(List<Part> property, List<String> contentTypes, JsonNode value) throws Unsatisfiable {
        Set<String> types = types(property);
        boolean scalar = !types.isEmpty() && types.stream().noneMatch(CONTAINERS::contains);
        boolean file = multipart && isFile(property, types);
        if (types.isEmpty() && !file && value.isContainerNode()) {
            throw new Unsatisfiable("nothing says how an array or object without a type is written");
        }
        if (!types.isEmpty() && !scalar && !types.equals(Set.of("object"))) {
            throw new Unsatisfiable("an object or something else, or an array in an array");
        }
        if (contentTypes.isEmpty()) {
            if (file) {
                return new Written(FormKind.FILE, texts(property, "contentMediaType", "application/octet-stream"));
            }
            return scalar || types.isEmpty()
                    ? new Written(FormKind.TEXT, isEncoded(property) ? "application/octet-stream" : "")
                    : new Written(FormKind.JSON, "application/json");
        }
        String type = concrete(contentTypes.get(0));
        if (file) {
            return new Written(FormKind.FILE, type);
        }
        if (Media.isJson(type)) {
            return new Written(FormKind.JSON, type);
        }
        if (type.toLowerCase(Locale.ROOT).startsWith("text/plain") && scalar) {
            return new Written(FormKind.TEXT, type);
        }
        if (multipart && types.equals(Set.of("object"))) {
            boolean parts = type.toLowerCase(Locale.ROOT).startsWith("multipart/");
            return new Written(parts ? FormKind.PARTS : FormKind.OPAQUE, type);
        }
        throw new Unsatisfiable("nothing says how this is written as " + type);
    }

    private boolean isEncoded(List<Part> property) throws Unsatisfiable {
        Constraints resolved = resolved(property);
        return is30
                ? resolved.texts("format").contains("byte")
                : !resolved.having("contentEncoding").isEmpty();
    }

    private boolean isFile(List<Part> property, Set<String> types) throws Unsatisfiable {
        if (types.isEmpty()) {
            return !is30 && constraints(property, 0).listed().isEmpty();
        }
        return types.equals(Set.of("string"))
                && constraints(property, 0).texts("format").contains("binary");
    }

    private String texts(List<Part> property, String keyword, String otherwise) throws Unsatisfiable {
        List<String> texts = constraints(property, 0).texts(keyword);
        return is30 || texts.isEmpty() ? otherwise : texts.get(0);
    }

    private static String concrete(String type) {
        return type.equals("*/*") || type.equals("application/*") ? "application/octet-stream" : Media.concrete(type);
    }

    /** All that the schemas allow whatever way they go, but null; empty if they name none. */
    private Set<String> types(List<Part> property) throws Unsatisfiable {
        Set<String> types = new TreeSet<>();
        Unsatisfiable last = null;
        int ways = 0;
        for (int way = 0; way < BRANCHES; way++) {
            try {
                Constraints constraints = constraints(property, way);
                ways++;
                boolean named = !constraints.having("type").isEmpty();
                Set<String> allowed = new TreeSet<>(named ? constraints.types() : Set.of());
                constraints.listed().ifPresent(values -> allowed.addAll(typesOf(values)));
                allowed.remove("null");
                types.addAll(allowed);
            } catch (Unsatisfiable e) {
                last = e;
            }
        }
        if (ways == 0) {
            throw last == null ? new Unsatisfiable("no way") : last;
        }
        return types;
    }

    private static List<String> typesOf(List<JsonNode> values) {
        List<String> types = new ArrayList<>();
        values.forEach(value -> types.add(
                value.isObject() ? "object" : value.isArray() ? "array" : value.isNull() ? "null" : "string"));
        return types;
    }

    private Constraints constraints(List<Part> property, int way) throws Unsatisfiable {
        return new Constraints(Conjunction.of(property, schemas, new Conjunction.Choice() {
            @Override
            public Node branch(List<Node> branches) {
                return branches.get(Math.min(way, branches.size() - 1));
            }

            @Override
            public boolean then(Node schema) {
                return way % 2 == 0;
            }
        }));
    }
}
