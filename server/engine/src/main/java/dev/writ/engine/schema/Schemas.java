package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import java.util.Map;
import java.util.Optional;

/** The schemas of a contract, and where their references lead: within a document, to others, and to resources by name. Thread-safe. */
public final class Schemas {
    private static final int MAX_REFERENCES = 100;

    private final Contract contract;
    private final Resources resources;
    private final SwaggerSchema swagger = new SwaggerSchema();

    public Schemas(Contract contract) {
        this.contract = contract;
        this.resources = new Resources(contract);
    }

    /** Of the schemas as they are given here: those of Swagger 2.0 are given as {@link SwaggerSchema} converts them. */
    public Dialect dialect() {
        return isSwagger() ? Dialect.OPENAPI_3_0 : contract.dialect();
    }

    private boolean isSwagger() {
        return contract.dialect() == Dialect.SWAGGER_2_0;
    }

    /** What the {@code $ref} of a schema leads to in the end; the last that can be reached if that is nowhere or a circle. */
    public SchemaNode resolved(SchemaNode schema) {
        SchemaNode at = schema;
        for (int i = 0; i < MAX_REFERENCES; i++) {
            JsonNode reference = at.node().path("$ref");
            if (!reference.isTextual()) {
                return at;
            }
            Optional<SchemaNode> target = reference(at, reference.textValue());
            if (target.isEmpty()) {
                return at;
            }
            at = target.get();
        }
        return at;
    }

    /**
     * What a reference in a schema leads to, one step; empty if that is nowhere. What is found need not be a schema.
     *
     * @param reference as written: relative to the resource that {@code from} belongs to
     */
    public Optional<SchemaNode> reference(SchemaNode from, String reference) {
        int hash = reference.indexOf('#');
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        Resource base = resources.of(from.place());
        Optional<Resource> target = hash == 0
                ? Optional.of(base)
                : Uris.resolve(base.uri(), reference).flatMap(resources::find);
        Optional<SchemaNode> found = target.flatMap(
                resource -> PercentEncoding.decodeWritten(fragment).flatMap(text -> within(resource, text)));
        found.ifPresent(resources::walk);
        return found;
    }

    /**
     * Why schemas cannot be applied as a dialect means them; empty if they can.
     *
     * @param dialect the value of {@code $schema}
     */
    public Optional<String> unknown(String dialect) {
        return resources.unknown(dialect);
    }

    /** The schemas with a name that build on this one by {@code allOf}, directly or not, by name. */
    public Map<String, SchemaNode> subtypes(SchemaNode schema) {
        return new Subtypes(contract, this).of(schema);
    }

    /**
     * Whether a discriminator decides which of the {@link #subtypes} a value has to be. In Swagger 2.0 it is "the property used
     * to decide which schema definition is used to validate" (sections 5.2.19 and 5.2.19.1); from OpenAPI 3.0 on it must not
     * change what is valid, and validation does not look for subtypes (3.0.4, section 4.7.25.3; 3.1.1, section 4.8.25.3).
     */
    public boolean discriminatorDecides() {
        return isSwagger();
    }

    /** The resource that a schema belongs to. */
    public Resource resource(SchemaNode schema) {
        return resources.of(schema.place());
    }

    /** The schema at a place that is known to have one. */
    public SchemaNode at(Place place) {
        JsonNode node = place.document().root().at(place.pointer());
        return new SchemaNode(place, isSwagger() ? swagger.schema(node) : node);
    }

    private Optional<SchemaNode> within(Resource resource, String fragment) {
        if (!fragment.isEmpty() && !fragment.startsWith("/")) {
            return resource.anchor(fragment).map(this::at);
        }
        Place root = resource.root();
        return Optional.of(at(new Place(root.document(), root.pointer() + fragment)))
                .filter(schema -> !schema.node().isMissingNode());
    }
}
