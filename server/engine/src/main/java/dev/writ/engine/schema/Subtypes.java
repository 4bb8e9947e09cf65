package dev.writ.engine.schema;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The schemas with a name that build on another one by {@code allOf}. */
final class Subtypes {
    private final Contract contract;
    private final Schemas schemas;
    private final List<String> named;

    Subtypes(Contract contract, Schemas schemas) {
        this.contract = contract;
        this.schemas = schemas;
        this.named =
                contract.dialect() == Dialect.SWAGGER_2_0 ? List.of("definitions") : List.of("components", "schemas");
    }

    /** By name, in its document and in the one that the contract begins with. */
    Map<String, SchemaNode> of(SchemaNode parent) {
        Set<Document> documents = new LinkedHashSet<>();
        documents.add(contract.document());
        documents.add(parent.place().document());
        Map<String, SchemaNode> subtypes = new LinkedHashMap<>();
        for (Document document : documents) {
            Place all = new Place(document, "");
            for (String step : named) {
                all = all.child(step);
            }
            for (Map.Entry<String, ?> entry : document.root().at(all.pointer()).properties()) {
                SchemaNode schema = schemas.at(all.child(entry.getKey()));
                if (buildsOn(schema, parent.place(), new HashSet<>())) {
                    subtypes.putIfAbsent(entry.getKey(), schema);
                }
            }
        }
        return subtypes;
    }

    private boolean buildsOn(SchemaNode schema, Place parent, Set<Place> seen) {
        for (int i = 0; i < schema.node().path("allOf").size(); i++) {
            SchemaNode part = new SchemaNode(
                    schema.place().child("allOf").child(Integer.toString(i)),
                    schema.node().get("allOf").get(i));
            if (!part.node().path("$ref").isTextual()) {
                continue;
            }
            SchemaNode target = schemas.resolved(part);
            if (target.place().equals(parent) || (seen.add(target.place()) && buildsOn(target, parent, seen))) {
                return true;
            }
        }
        return false;
    }
}
