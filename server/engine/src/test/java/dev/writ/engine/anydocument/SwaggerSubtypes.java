package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What the {@code discriminator} of a schema of Swagger 2.0 chooses among, as JSON Schema would say it. */
final class SwaggerSubtypes {
    private final Node parent;
    private final String property;
    private final Map<String, Node> subtypes = new LinkedHashMap<>();

    SwaggerSubtypes(Library library, Node parent) {
        this.parent = parent;
        this.property = library.isSwagger() ? parent.text("discriminator", "") : "";
        if (!property.isEmpty()) {
            Node definitions = library.root().child("definitions");
            for (String name : definitions.names()) {
                if (buildsOn(library, definitions.child(name))) {
                    subtypes.put(name, definitions.child(name));
                }
            }
        }
    }

    private boolean buildsOn(Library library, Node schema) {
        return schema.child("allOf").items().stream()
                .filter(part -> part.json().path("$ref").isTextual())
                .map(library::follow)
                .anyMatch(target -> target.equals(parent) || buildsOn(library, target));
    }

    boolean isEmpty() {
        return subtypes.isEmpty();
    }

    /** The parent or one of them, by name. */
    JsonNode choice(String parentUri, Function<Node, String> uris) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode choices = schema.putArray("oneOf");
        add(choices, ownName(), parentUri);
        subtypes.forEach((name, subtype) -> add(choices, name, uris.apply(subtype)));
        return schema;
    }

    private void add(ArrayNode choices, String name, String uri) {
        ArrayNode all = choices.addObject().putArray("allOf");
        all.addObject().put("$ref", uri);
        all.addObject()
                .putObject("properties")
                .putObject(property)
                .putArray("enum")
                .add(name);
    }

    /** The parent alone, with one of the names. */
    JsonNode named(ObjectNode translated) {
        ObjectNode schema = translated.deepCopy();
        ArrayNode names = schema.withObject("/properties/" + property).putArray("enum");
        names.add(ownName());
        subtypes.keySet().forEach(names::add);
        return schema;
    }

    private String ownName() {
        return parent.pointer().substring(parent.pointer().lastIndexOf('/') + 1);
    }
}
