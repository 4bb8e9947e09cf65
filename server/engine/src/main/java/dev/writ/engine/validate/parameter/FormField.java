package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Encoding;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.json.JsonLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How one field of a form is written (OpenAPI 3.1, section 4.8.15). Thread-safe. */
public final class FormField {
    private final String name;
    private final SchemaShape each;
    private final List<MediaType> types = new ArrayList<>();
    private final Optional<Encoding> encoding;
    private final HeaderChecker headers;

    FormField(
            String name,
            SchemaShape shape,
            Optional<Encoding> encoding,
            SchemaCompiler compiler,
            Schemas schemas,
            JsonLimits limits) {
        this.name = name;
        // Several fields of a name are the items of an array.
        this.each = shape.allows(JsonType.ARRAY) && !shape.allows(JsonType.STRING) ? shape.item(0) : shape;
        this.encoding = encoding;
        encoding.ifPresent(declared ->
                declared.contentTypes().forEach(type -> MediaType.parse(type).ifPresent(types::add)));
        this.headers = new HeaderChecker(
                encoding.map(Encoding::headers).orElse(List.of()), compiler, Direction.REQUEST, schemas, limits);
    }

    /**
     * What one value of the field is read as.
     *
     * @param own the media type that the value itself is said to have
     * @param file whether it is said to be a file
     */
    public PartKind kind(Optional<MediaType> own, boolean file) {
        // A style overrides the content type (OpenAPI 3.1.1, section 4.8.15.1.2): the text is cut later on.
        if (encoding.flatMap(Encoding::styled).isPresent()) {
            return PartKind.TEXT;
        }
        if (each.octets()) {
            return PartKind.OCTETS;
        }
        Optional<MediaType> type =
                own.or(() -> types.stream().filter(one -> !one.isRange()).findFirst());
        boolean onlyText = each.types().stream().allMatch(one -> one == JsonType.STRING || one == JsonType.NULL);
        if (type.filter(MediaType::isJson).isPresent()) {
            return onlyText ? PartKind.TEXT : PartKind.JSON;
        }
        boolean text = type.map(one -> one.type().equals("text")).orElse(!file);
        if (text) {
            return isStructured() ? PartKind.JSON : PartKind.TEXT;
        }
        if (!each.allows(JsonType.STRING)) {
            return PartKind.OPAQUE;
        }
        return onlyText && !file ? PartKind.TEXT : PartKind.OCTETS;
    }

    private boolean isStructured() {
        return each.types().stream().allMatch(one -> !one.isScalar() || one == JsonType.NULL);
    }

    /** What is wrong with the header fields of a part of a multipart body, the media type among them. */
    public List<SchemaError> check(Headers fields, Optional<MediaType> own) {
        List<SchemaError> errors = new ArrayList<>();
        own.filter(type -> !types.isEmpty() && types.stream().noneMatch(taken -> taken.includes(type)))
                .ifPresent(type -> errors.add(new SchemaError(
                        pointer(),
                        "contentType",
                        name + ": must be "
                                + types.stream().map(MediaType::toString).collect(Collectors.joining(" or ")) + ", is "
                                + type.essence(),
                        encoding.map(declared ->
                                        declared.place().child("contentType").reference())
                                .orElse(""))));
        Violations violations = new Violations();
        headers.check(fields, violations);
        violations
                .toList()
                .forEach(violation -> errors.add(new SchemaError(
                        pointer(),
                        violation.keyword(),
                        name + ": header " + violation.message(),
                        violation.schemaLocation())));
        return errors;
    }

    String pointer() {
        return Pointers.append("", name);
    }
}
