package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Encoding;
import dev.writ.engine.model.Encodings;
import dev.writ.engine.model.Header;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.json.JsonLimits;
import dev.writ.engine.validate.json.JsonReader;
import dev.writ.engine.validate.parameter.FormField.Share;
import java.util.List;
import java.util.Optional;

/**
 * Makes the fields of layouts.
 *
 * @param levels how many more levels of parts within parts are taken apart
 */
record FormFields(SchemaCompiler compiler, Schemas schemas, JsonLimits limits, JsonReader json, int levels) {
    /** As many as have to be supported (OpenAPI 3.2, section 4.15.2). */
    private static final int LEVELS = 1;

    FormFields(SchemaCompiler compiler, Schemas schemas, JsonLimits limits) {
        this(compiler, schemas, limits, new JsonReader(limits), LEVELS);
    }

    /** Of what is one value: a place in an array, be it an array itself. */
    FormField single(SchemaShape shape, Optional<Encoding> encoding) {
        return field(shape, encoding, Share.ALL);
    }

    /** Of what is an array if there are several of its name. A part whose own parts are the items is all of it. */
    FormField repeatable(SchemaShape shape, Optional<Encoding> encoding) {
        boolean list = isList(shape);
        SchemaShape each = list ? shape.item(0) : shape;
        boolean items = encoding.map(Encoding::encodings)
                .filter(FormFields::isByPosition)
                .isPresent();
        boolean whole = items && shape.allows(JsonType.ARRAY) && (!list || !each.allows(JsonType.ARRAY));
        return whole ? field(shape, encoding, Share.ALL_ITEMS) : field(each, encoding, list ? Share.ITEM : Share.ALL);
    }

    private static boolean isList(SchemaShape shape) {
        return shape.allows(JsonType.ARRAY) && !shape.allows(JsonType.STRING);
    }

    private static boolean isByPosition(Encodings encodings) {
        return !encodings.prefix().isEmpty() || encodings.item().isPresent();
    }

    private FormField field(SchemaShape each, Optional<Encoding> encoding, Share share) {
        List<Header> headers = encoding.map(Encoding::headers).orElse(List.of());
        return new FormField(
                each,
                encoding,
                new HeaderChecker(headers, compiler, Direction.REQUEST, schemas, limits),
                nested(each, encoding),
                share);
    }

    /** Empty where nothing says how the parts of a part are written: it is handed over as it comes. */
    private Optional<FormLayout> nested(SchemaShape each, Optional<Encoding> encoding) {
        Encodings inner = encoding.map(Encoding::encodings).orElse(Encodings.NONE);
        boolean declared = encoding.stream()
                .flatMap(one -> one.contentTypes().stream())
                .flatMap(type -> MediaType.parse(type).stream())
                .anyMatch(type -> type.type().equals("multipart"));
        boolean described = !inner.equals(Encodings.NONE) || (declared && isStructured(each));
        boolean container = each.allows(JsonType.ARRAY) || each.allows(JsonType.OBJECT);
        return levels > 0 && described && container && !each.octets()
                ? Optional.of(new FormLayout(each, inner, new FormFields(compiler, schemas, limits, json, levels - 1)))
                : Optional.empty();
    }

    private static boolean isStructured(SchemaShape shape) {
        return !shape.propertyNames().isEmpty()
                || shape.prefix() > 0
                || shape.types().stream().allMatch(type -> !type.isScalar() || type == JsonType.NULL)
                || shape.hints().stream().anyMatch(hint -> !hint.isScalar());
    }
}
