package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Encoding;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.SchemaError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How one field of a form is written (OpenAPI 3.1, section 4.8.15). Thread-safe. */
public final class FormField {
    /** What a part is that says nothing of it (RFC 2046, section 5.1). */
    private static final MediaType UNTOLD = new MediaType("text", "plain", Map.of());

    private static final String CODING = "Content-Transfer-Encoding";
    private static final Set<String> UNCODED = Set.of("7bit", "8bit", "binary");

    private final SchemaShape each;
    private final List<MediaType> types = new ArrayList<>();
    private final Optional<Encoding> encoding;
    private final HeaderChecker headers;
    private final Optional<FormLayout> parts;
    private final Share share;

    /** What a value that was sent is of the value of its field. */
    enum Share {
        ALL,
        /** One of an array. */
        ITEM,
        /** All of an array, whose items are its parts. */
        ALL_ITEMS
    }

    /**
     * What is known beforehand.
     *
     * @param each what one value that is sent may be
     * @param parts how a value is written that has parts
     */
    FormField(
            SchemaShape each,
            Optional<Encoding> encoding,
            HeaderChecker headers,
            Optional<FormLayout> parts,
            Share share) {
        this.each = each;
        this.encoding = encoding;
        this.headers = headers;
        this.parts = parts;
        this.share = share;
        encoding.ifPresent(declared ->
                declared.contentTypes().forEach(type -> MediaType.parse(type).ifPresent(types::add)));
    }

    Share share() {
        return share;
    }

    /** How a value of {@link PartKind#PARTS} is written; empty if none can be. */
    public Optional<FormLayout> parts() {
        return parts;
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
        if (parts.isPresent() && own.filter(FormField::isMultipart).isPresent()) {
            return PartKind.PARTS;
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

    private static boolean isMultipart(MediaType type) {
        return type.type().equals("multipart");
    }

    private boolean isStructured() {
        return each.types().stream().allMatch(one -> !one.isScalar() || one == JsonType.NULL);
    }

    /**
     * What is wrong with the header fields of a part of a multipart body, the media type among them.
     *
     * @param name of the part
     */
    public List<SchemaError> check(String name, Headers fields, Optional<MediaType> own) {
        List<SchemaError> errors = new ArrayList<>();
        // What has parts has to say where they end.
        Optional<MediaType> type = own.or(() -> Optional.of(UNTOLD).filter(untold -> hasToHaveParts()));
        type.filter(given -> !mayBe(given)).ifPresent(given -> errors.add(wrongType(name, given)));
        fields.combined(CODING)
                .filter(coding -> !mayBeCoded(coding))
                .ifPresent(coding -> errors.add(wrongCoding(name, coding)));
        Violations violations = new Violations();
        headers.check(fields, violations);
        violations
                .toList()
                .forEach(violation -> errors.add(new SchemaError(
                        Pointers.append("", name),
                        violation.keyword(),
                        name + ": header " + violation.message(),
                        violation.schemaLocation())));
        return errors;
    }

    private boolean hasToHaveParts() {
        return parts.isPresent() && !types.isEmpty() && types.stream().allMatch(FormField::isMultipart);
    }

    private boolean mayBe(MediaType type) {
        if (!types.isEmpty()) {
            return types.stream().anyMatch(taken -> taken.includes(type));
        }
        return !isStructured()
                || type.isJson()
                || type.type().equals("text")
                || type.isXml()
                || (parts.isPresent() && isMultipart(type));
    }

    /**
     * A text that says in what it is coded is that text all the same, as {@code contentEncoding} means it, which is
     * equivalent to the header field (OpenAPI 3.2, section 4.15). Nobody decodes it.
     */
    private boolean mayBeCoded(String coding) {
        boolean declared = encoding.stream()
                .flatMap(one -> one.headers().stream())
                .anyMatch(header -> header.name().equalsIgnoreCase(CODING));
        return UNCODED.contains(coding.toLowerCase(Locale.ROOT))
                || each.coding().map(coding::equalsIgnoreCase).orElse(declared);
    }

    private SchemaError wrongCoding(String name, String coding) {
        return new SchemaError(
                Pointers.append("", name),
                "encoding",
                name + ": Content-Transfer-Encoding must be "
                        + each.coding().map(known -> known + " or ").orElse("") + "binary, is " + coding
                        + " (RFC 7578, section 4.7)",
                "");
    }

    private SchemaError wrongType(String name, MediaType type) {
        String taken = types.isEmpty()
                ? "application/json"
                : types.stream().map(MediaType::toString).collect(Collectors.joining(" or "));
        return new SchemaError(
                Pointers.append("", name),
                "contentType",
                name + ": must be " + taken + ", is " + type.essence(),
                encoding.map(declared -> declared.place().child("contentType").reference())
                        .orElse(""));
    }
}
