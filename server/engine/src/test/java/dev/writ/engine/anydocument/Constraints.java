package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.Conjunction.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the parts of a conjunction say together. */
final class Constraints {
    private static final Set<String> TYPES =
            Set.of("null", "boolean", "integer", "number", "string", "array", "object");

    private final List<Part> parts;

    Constraints(List<Part> parts) {
        this.parts = parts;
    }

    List<Part> parts() {
        return parts;
    }

    /** The parts that have a keyword. */
    List<Part> having(String keyword) {
        return parts.stream().filter(part -> part.schema().has(keyword)).toList();
    }

    /** The types that all allow; where none says anything, those that the keywords speak of. */
    Set<String> types() {
        Set<String> types = new TreeSet<>(TYPES);
        for (Part part : having("type")) {
            Set<String> allowed = new LinkedHashSet<>();
            JsonNode type = part.schema().json().path("type");
            (type.isArray() ? type : List.of(type)).forEach(name -> allowed.add(name.asText()));
            if (allowed.contains("number")) {
                allowed.add("integer");
            }
            types.retainAll(allowed);
        }
        return types;
    }

    /** The types that a reader would expect of keywords, such as an object of properties; empty if they tell nothing. */
    Set<String> hinted() {
        Set<String> hinted = new TreeSet<>();
        hint(hinted, "object", "properties", "required", "additionalProperties", "minProperties", "patternProperties");
        hint(hinted, "array", "items", "prefixItems", "minItems", "contains");
        hint(hinted, "string", "pattern", "minLength", "maxLength", "format");
        hint(hinted, "number", "minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum");
        return hinted;
    }

    private void hint(Set<String> hinted, String type, String... keywords) {
        for (String keyword : keywords) {
            if (!having(keyword).isEmpty()) {
                hinted.add(type);
            }
        }
    }

    /** The values of enum and const, if there is either; those that all allow. */
    Optional<List<JsonNode>> listed() {
        List<JsonNode> common = null;
        for (Part part : parts) {
            List<JsonNode> values = new ArrayList<>();
            if (part.schema().has("const")) {
                values.add(part.schema().json().get("const"));
            } else if (part.schema().json().path("enum").isArray()) {
                part.schema().json().get("enum").forEach(values::add);
            } else {
                continue;
            }
            if (common == null) {
                common = values;
            } else {
                common.retainAll(values);
            }
        }
        return Optional.ofNullable(common);
    }

    Optional<BigDecimal> greatest(String keyword) {
        return numbers(keyword).stream().max(BigDecimal::compareTo);
    }

    Optional<BigDecimal> least(String keyword) {
        return numbers(keyword).stream().min(BigDecimal::compareTo);
    }

    List<BigDecimal> numbers(String keyword) {
        return having(keyword).stream()
                .map(part -> part.schema().json().get(keyword))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .toList();
    }

    int atLeast(String keyword) {
        return greatest(keyword).map(BigDecimal::intValue).orElse(0);
    }

    int atMost(String keyword, int otherwise) {
        return least(keyword)
                .map(value -> value.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue())
                .orElse(otherwise);
    }

    List<String> texts(String keyword) {
        return having(keyword).stream()
                .map(part -> part.schema().json().get(keyword))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    Set<String> required() {
        Set<String> names = new LinkedHashSet<>();
        having("required").forEach(part -> part.schema().json().get("required").forEach(n -> names.add(n.asText())));
        return names;
    }

    Set<String> declared() {
        Set<String> names = new LinkedHashSet<>();
        having("properties")
                .forEach(part -> names.addAll(part.schema().child("properties").names()));
        return names;
    }

    /** The schemas of a property's value. */
    List<Part> property(String name) {
        List<Part> found = new ArrayList<>();
        for (Part part : parts) {
            Node schema = part.schema();
            boolean matched = schema.child("properties").has(name);
            if (matched) {
                found.add(new Part(schema.child("properties").child(name), part.certain()));
            }
            Node patterns = schema.child("patternProperties");
            for (String pattern : patterns.names()) {
                if (find(pattern, name)) {
                    matched = true;
                    found.add(new Part(patterns.child(pattern), part.certain()));
                }
            }
            if (!matched && isSchema(schema.child("additionalProperties"))) {
                found.add(new Part(schema.child("additionalProperties"), part.certain()));
            }
            // Whether it speaks of this name depends on the other parts; it does if none of them does.
            if (!matched
                    && isSchema(schema.child("unevaluatedProperties"))
                    && !declared().contains(name)) {
                found.add(new Part(schema.child("unevaluatedProperties"), false));
            }
        }
        return found;
    }

    /** The schemas of the item at an index. */
    List<Part> item(int index) {
        List<Part> found = new ArrayList<>();
        boolean anyItems = parts.stream()
                .anyMatch(part -> part.schema().has("items")
                        || index < part.schema().json().path("prefixItems").size());
        for (Part part : parts) {
            Node schema = part.schema();
            Node prefix = schema.child("prefixItems");
            if (index < prefix.json().size()) {
                found.add(new Part(prefix.item(index), part.certain()));
            } else if (isSchema(schema.child("items"))) {
                found.add(new Part(schema.child("items"), part.certain()));
            } else if (!anyItems && isSchema(schema.child("unevaluatedItems"))) {
                found.add(new Part(schema.child("unevaluatedItems"), false));
            }
        }
        return found;
    }

    static boolean isSchema(Node node) {
        return node.json().isObject() || node.json().isBoolean();
    }

    static boolean find(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
