package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Encoding;
import dev.writ.engine.model.Encodings;
import dev.writ.engine.model.FieldPresence;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.SwaggerSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters in {@code formData} of one operation as an object with a property for each (Swagger 2.0, section 5.2.10). */
final class SwaggerForm {
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final String PROPERTIES = "/properties";

    private final Element root;
    private final Element operation;
    private final List<SwaggerBodies.Declared> fields;

    /** @param fields at least one */
    SwaggerForm(Element root, Element operation, List<SwaggerBodies.Declared> fields) {
        this.root = root;
        this.operation = operation;
        this.fields = fields;
    }

    RequestBody body() {
        SchemaNode schema = schema();
        Encodings encodings = new Encodings(encodings(), List.of(), Optional.empty());
        List<MediaTypeObject> content = new ArrayList<>();
        for (SwaggerContent.Named type : types()) {
            ContentReader.warnOfUnchecked(type.mediaType(), type.element());
            content.add(new MediaTypeObject(
                    type.mediaType(),
                    Optional.of(schema),
                    Optional.empty(),
                    encodings,
                    type.element().place()));
        }
        return new RequestBody(fields.stream().anyMatch(SwaggerForm::isRequired), List.copyOf(content), schema.place());
    }

    /** What is wrong with a value is told where the parameter stands; whether it must be there is told by its encoding. */
    private SchemaNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        Map<String, Place> places = new HashMap<>();
        for (SwaggerBodies.Declared field : fields) {
            Element parameter = field.parameter();
            if (SwaggerParameters.isDescribed(parameter)) {
                String name = SwaggerBodies.name(field);
                properties.set(name, SwaggerParameters.schema(parameter).node());
                places.put(Pointers.append(PROPERTIES, name), parameter.place());
            }
        }
        Document document = Document.derived(SwaggerSchema.FORM, schema, pointer -> origin(pointer, places));
        return new SchemaNode(new Place(document, ""), schema);
    }

    /** Of what is said of the whole, the list of parameters. */
    private Place origin(String pointer, Map<String, Place> places) {
        int end = pointer.startsWith(PROPERTIES + "/") ? pointer.indexOf('/', PROPERTIES.length() + 1) : -1;
        Place parameter = places.get(end < 0 ? pointer : pointer.substring(0, end));
        return parameter == null
                ? operation.place().child("parameters")
                : new Place(parameter.document(), parameter.pointer() + (end < 0 ? "" : pointer.substring(end)));
    }

    private Map<String, Encoding> encodings() {
        Map<String, Encoding> encodings = new LinkedHashMap<>();
        for (SwaggerBodies.Declared field : fields) {
            Element parameter = field.parameter();
            boolean array = SwaggerParameters.isArray(parameter);
            encodings.put(
                    SwaggerBodies.name(field),
                    new Encoding(
                            List.of(),
                            List.of(),
                            array ? Optional.of(SwaggerParameters.styled(parameter, true)) : Optional.empty(),
                            Encodings.NONE,
                            new FieldPresence(isRequired(field), parameter.flag("allowEmptyValue", false)),
                            parameter.place()));
        }
        return Collections.unmodifiableMap(encodings);
    }

    private static boolean isRequired(SwaggerBodies.Declared field) {
        return field.parameter().flag("required", false);
    }

    /** Of those that the operation consumes the ones that a form can have. */
    private List<SwaggerContent.Named> types() {
        List<SwaggerContent.Named> all = SwaggerContent.types(root, operation, "consumes");
        Optional<SwaggerBodies.Declared> file = fields.stream()
                .filter(field -> SwaggerSchema.isFile(field.parameter().node()))
                .findFirst();
        List<SwaggerContent.Named> types = all.stream()
                .filter(type -> isOf(type, MULTIPART) || (isOf(type, URL_ENCODED) && file.isEmpty()))
                .toList();
        all.stream()
                .filter(type -> !types.contains(type))
                .forEach(type -> type.element()
                        .warnOnce("a form" + (file.isPresent() ? " with a file" : "") + " is never of type "
                                + type.mediaType() + ": that is not taken"));
        if (!types.isEmpty()) {
            return types;
        }
        String taken = file.isPresent() ? MULTIPART : URL_ENCODED;
        if (file.isPresent() && !all.isEmpty()) {
            file.get().use().fault("a file needs " + MULTIPART + " among what the operation consumes");
        } else {
            operation.warnOnce("'consumes' names no media type of a form: " + taken + " is taken");
        }
        return List.of(new SwaggerContent.Named(taken, operation));
    }

    private static boolean isOf(SwaggerContent.Named type, String mediaType) {
        return SwaggerContent.essence(type.mediaType()).equals(mediaType);
    }
}
