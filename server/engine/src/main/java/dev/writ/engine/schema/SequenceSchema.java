package dev.writ.engine.schema;

import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the schema of a sequence says of its items, of which nobody ever has all (OpenAPI 3.2, section 4.14.4). That of an
 * array has a schema for them under {@code "items"}, be it its own or in what it refers to or is put together from by
 * {@code allOf}; any other is taken for the schema of an item, as documents of earlier versions mean it.
 *
 * @param item of each item; empty if anything goes
 * @param ofTheWhole the keywords that are about all items together, and so cannot be checked
 * @param isAmbiguous whether it may be the schema of an item or of all of them
 */
public record SequenceSchema(Optional<SchemaNode> item, List<Place> ofTheWhole, boolean isAmbiguous) {
    private static final List<String> OF_THE_WHOLE = List.of(
            "minItems",
            "maxItems",
            "uniqueItems",
            "contains",
            "prefixItems",
            "unevaluatedItems",
            "enum",
            "const",
            "oneOf",
            "anyOf",
            "not",
            "if",
            "$dynamicRef");

    /** Reads a schema of {@code schemas}. */
    public static SequenceSchema of(SchemaNode schema, Schemas schemas) {
        AppliedSchemas applied = AppliedSchemas.of(schema, schemas);
        if (!applied.isArray()) {
            return new SequenceSchema(Optional.of(schema), List.of(), applied.mayBeArray());
        }
        List<SchemaNode> items = new ArrayList<>();
        List<Place> whole = new ArrayList<>();
        for (SchemaNode part : applied.parts()) {
            boolean prefixed =
                    schemas.dialect() != Dialect.OPENAPI_3_0 && part.node().has("prefixItems");
            if (part.node().has("items") && !prefixed) {
                items.add(
                        new SchemaNode(part.place().child("items"), part.node().get("items")));
            }
            // Behind a prefix they are the items that follow it.
            if (part.node().has("items") && prefixed) {
                whole.add(part.place().child("items"));
            }
            OF_THE_WHOLE.stream()
                    .filter(part.node()::has)
                    .forEach(keyword -> whole.add(part.place().child(keyword)));
        }
        return new SequenceSchema(JoinedSchemas.of(URI.create("sequence:items"), items), List.copyOf(whole), false);
    }
}
