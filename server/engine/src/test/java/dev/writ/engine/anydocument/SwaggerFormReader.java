package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.anydocument.Spec.Body;
import dev.writ.engine.anydocument.Spec.Encoding;
import dev.writ.engine.anydocument.Spec.Media;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters in {@code formData} of an operation as the body that they are (Swagger 2.0, section 5.2.10). */
final class SwaggerFormReader {
    private final Node operation;
    private final List<Node> fields;

    /** @param fields at least one, none of them a reference */
    SwaggerFormReader(Node operation, List<Node> fields) {
        this.operation = operation;
        this.fields = fields;
    }

    /** @param consumed what the operation consumes: a file is never urlencoded, and a form nothing else than these two */
    Body body(List<String> consumed) {
        boolean file = fields.stream().anyMatch(SwaggerFormReader::isFile);
        List<String> types = consumed.stream()
                .filter(type -> FormTypes.isFormData(type) || (FormTypes.isUrlEncoded(type) && !file))
                .toList();
        Media media = new Media(Optional.of(schema()), List.of(), encodings(), true, Optional.empty());
        Map<String, Media> content = new LinkedHashMap<>();
        types.forEach(type -> content.put(type, media));
        if (content.isEmpty()) {
            content.put(file ? "multipart/form-data" : "application/x-www-form-urlencoded", media);
        }
        return new Body(fields.stream().anyMatch(field -> field.flag("required")), content);
    }

    /** An object with a property for each field. */
    private Node schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Node field : fields) {
            ObjectNode property = field.json().deepCopy();
            if (isFile(field)) {
                property.put("type", "string").put("format", "binary");
            }
            properties.set(name(field), property);
            if (field.flag("required")) {
                required.add(name(field));
            }
        }
        return new Node(operation.file(), operation.pointer() + "/formData", schema);
    }

    private Map<String, Encoding> encodings() {
        Map<String, Encoding> encodings = new LinkedHashMap<>();
        for (Node field : fields) {
            boolean array = field.text("type", "").equals("array");
            encodings.put(
                    name(field),
                    new Encoding(
                            List.of(),
                            array
                                    ? Optional.of(SwaggerReader.parameter(name(field), "formData", field))
                                    : Optional.empty(),
                            List.of(),
                            Optional.ofNullable(field.json().get("default")),
                            field.flag("allowEmptyValue")));
        }
        return encodings;
    }

    private static boolean isFile(Node field) {
        return field.text("type", "").equals("file");
    }

    private static String name(Node field) {
        return field.text("name", "");
    }
}
