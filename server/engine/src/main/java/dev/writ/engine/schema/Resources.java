package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schema resources of a contract by URI and by place. Documents are added when a reference leads to them. Thread-safe by
 * one lock, which is taken when schemas are compiled and never when values are checked.
 */
final class Resources {
    private final Contract contract;
    private final boolean identified;
    private final Map<URI, Resource> byUri = new HashMap<>();
    private final Map<Document, Map<String, Resource>> byDocument = new HashMap<>();
    private final Set<Place> walked = new HashSet<>();

    Resources(Contract contract) {
        this.contract = contract;
        // The Schema Object of OpenAPI 3.0 has neither $id nor anchors.
        this.identified = contract.dialect() == Dialect.OPENAPI_3_1;
        add(contract.document());
        contract.schemas().forEach(this::walk);
    }

    /** The one that a place belongs to. */
    synchronized Resource of(Place place) {
        Map<String, Resource> resources = add(place.document());
        String pointer = place.pointer();
        while (resources.size() > 1 && !pointer.isEmpty()) {
            Resource found = resources.get(pointer);
            if (found != null) {
                return found;
            }
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return resources.getOrDefault("", document(place.document()));
    }

    /** The one at an absolute URI, retrieved if need be. */
    synchronized Optional<Resource> find(URI uri) {
        Resource known = byUri.get(uri);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Document> document =
                MetaSchemas.find(uri).or(() -> contract.documents().find(uri));
        return document.map(found -> {
            add(found);
            Resource resource = of(new Place(found, ""));
            byUri.putIfAbsent(uri, resource);
            return byUri.getOrDefault(uri, resource);
        });
    }

    /** Takes note of the identifiers within a schema, which may stand where nobody could know that one does. */
    synchronized void walk(SchemaNode schema) {
        add(schema.place().document());
        if (identified) {
            walk(schema, of(schema.place()));
        }
    }

    private Map<String, Resource> add(Document document) {
        Map<String, Resource> known = byDocument.get(document);
        if (known != null) {
            return known;
        }
        Map<String, Resource> resources = new HashMap<>();
        byDocument.put(document, resources);
        Resource resource = document(document);
        resources.put("", resource);
        byUri.putIfAbsent(document.uri(), resource);
        if (identified && document.root().isObject() && !document.root().has("openapi")) {
            walk(new SchemaNode(new Place(document, ""), document.root()), resource);
        }
        return resources;
    }

    private Resource document(Document document) {
        return new Resource(document.uri(), new Place(document, ""), vocabularies(document.root()));
    }

    private void walk(SchemaNode schema, Resource around) {
        if (!schema.node().isObject() || !walked.add(schema.place())) {
            return;
        }
        Resource resource = identified(schema, around);
        String anchor = schema.node().path("$anchor").asText("");
        if (!anchor.isEmpty()) {
            resource.addAnchor(anchor, schema.place());
        }
        String dynamic = schema.node().path("$dynamicAnchor").asText("");
        if (!dynamic.isEmpty()) {
            resource.addDynamicAnchor(dynamic, schema.place());
        }
        Subschemas.of(schema, child -> walk(child, resource));
    }

    private Resource identified(SchemaNode schema, Resource around) {
        JsonNode id = schema.node().path("$id");
        if (!id.isTextual() || id.textValue().startsWith("#")) {
            return around;
        }
        Optional<URI> uri = Uris.resolve(around.uri(), id.textValue());
        return uri.map(found -> {
                    Resource resource = new Resource(found, schema.place(), vocabularies(schema.node()));
                    byUri.put(found, resource);
                    if (schema.pointer().isEmpty()) {
                        byUri.put(schema.place().document().uri(), resource);
                    }
                    add(schema.place().document()).put(schema.pointer(), resource);
                    return resource;
                })
                .orElse(around);
    }

    private Vocabularies vocabularies(JsonNode schema) {
        String dialect = schema.path("$schema")
                .asText(contract.document().root().path("jsonSchemaDialect").asText(""));
        if (dialect.isEmpty() || MetaSchemas.isStandard(dialect)) {
            return Vocabularies.STANDARD;
        }
        return metaSchema(dialect)
                .map(document -> Vocabularies.of(document.root()))
                .orElse(Vocabularies.STANDARD);
    }

    private Optional<Document> metaSchema(String dialect) {
        return Uris.resolve(contract.document().uri(), dialect)
                .flatMap(uri -> contract.documents().find(uri));
    }

    /** See {@link Schemas#unknown}. */
    synchronized Optional<String> unknown(String dialect) {
        if (MetaSchemas.isStandard(dialect)) {
            return Optional.empty();
        }
        Optional<Document> metaSchema = metaSchema(dialect);
        if (metaSchema.isEmpty()) {
            return Optional.of("the dialect '" + dialect + "' is not known: schemas are of JSON Schema 2020-12");
        }
        return Vocabularies.unknown(metaSchema.get().root())
                .map(name -> "the vocabulary '" + name + "', which '" + dialect + "' requires, is not known");
    }
}
