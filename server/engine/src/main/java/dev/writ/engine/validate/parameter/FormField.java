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

    /** {@code each} is what one value of the field may be. */
    FormField(
            String name,
            SchemaShape each,
            Optional<Encoding> encoding,
            SchemaCompiler compiler,
            Schemas schemas,
            JsonLimits limits) {
        this.name = name;
        this.each = each;
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
        boolean readable =
                types.stream().anyMatch(type -> type.isJson() || type.type().equals("text"));
        if (each.octets() || (each.untyped() && !readable)) {
            return PartKind.OCTETS;
        }
        if (each.types().stream().allMatch(one -> one == JsonType.STRING || one == JsonType.NULL)) {
            return types.stream().anyMatch(MediaType::isJson) ? PartKind.JSON : PartKind.TEXT;
        }
        Optional<MediaType> type =
                own.or(() -> types.stream().filter(one -> !one.isRange()).findFirst());
        if (type.filter(MediaType::isJson).isPresent()) {
            return PartKind.JSON;
        }
        boolean text = type.map(one -> one.type().equals("text")).orElse(!file);
        if (text) {
            return isStructured() ? PartKind.JSON : PartKind.TEXT;
        }
        return each.allows(JsonType.STRING) ? PartKind.OCTETS : PartKind.OPAQUE;
    }

    private boolean isStructured() {
        return each.types().stream().allMatch(one -> !one.isScalar() || one == JsonType.NULL);
    }

    /** What is wrong with the header fields of a part of a multipart body, the media type among them. */
    public List<SchemaError> check(Headers fields, Optional<MediaType> own) {
        List<SchemaError> errors = new ArrayList<>();
        own.filter(type -> !mayBe(type)).ifPresent(type -> errors.add(wrongType(type)));
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

    private boolean mayBe(MediaType type) {
        return types.isEmpty()
                ? !isStructured() || type.isJson() || type.type().equals("text") || type.isXml()
                : types.stream().anyMatch(taken -> taken.includes(type));
    }

    private SchemaError wrongType(MediaType type) {
        String taken = types.isEmpty()
                ? "application/json"
                : types.stream().map(MediaType::toString).collect(Collectors.joining(" or "));
        return new SchemaError(
                pointer(),
                "contentType",
                name + ": must be " + taken + ", is " + type.essence(),
                encoding.map(declared -> declared.place().child("contentType").reference())
                        .orElse(""));
    }

    String pointer() {
        return Pointers.append("", name);
    }
}
