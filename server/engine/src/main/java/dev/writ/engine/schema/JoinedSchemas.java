package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** Schemas that stand in different places and are about the same value, as one. */
final class JoinedSchemas {
    private JoinedSchemas() {}

    /** Empty if there is none; {@code uri} names what is made of several. */
    static Optional<SchemaNode> of(URI uri, List<SchemaNode> schemas) {
        if (schemas.size() < 2) {
            return schemas.stream().findFirst();
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode parts = root.putArray("allOf");
        schemas.forEach(schema -> parts.addObject().put("$ref", reference(schema.place())));
        Place first = schemas.get(0).place();
        Document document = Document.derived(uri, root, pointer -> first);
        return Optional.of(new SchemaNode(new Place(document, ""), root));
    }

    private static String reference(Place place) {
        try {
            return place.document().uri() + new URI(null, null, place.pointer()).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(place.reference(), e);
        }
    }
}
