package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the references of a contract lead: to something of the kind that is meant, within a document of the same family. */
final class ReferenceTargets {
    private final SchemaStructure schemas;
    private final Structure structure;
    private final Map<Place, String> kinds = new HashMap<>();
    private final Deque<Meant> references = new ArrayDeque<>();
    private final Deque<Meant> later = new ArrayDeque<>();
    private final Set<Document> entered = new HashSet<>();
    private final Set<Place> referred = new HashSet<>();

    ReferenceTargets(Element root, SchemaStructure schemas, Structure structure) {
        this.schemas = schemas;
        this.structure = structure;
        this.entered.add(root.document());
    }

    /** False if it has been visited already. */
    boolean enter(Element element, String kind) {
        return kinds.putIfAbsent(element.place(), kind) == null;
    }

    boolean isReferredTo(Place place) {
        return referred.contains(place);
    }

    /** A reference in the place of something of that kind. */
    void add(Element element, Grammar.Kind kind) {
        references.add(new Meant(element, kind));
    }

    /** Visits what they lead to, and what that refers to. */
    void followAll() {
        while (!references.isEmpty() || !later.isEmpty()) {
            if (references.isEmpty()) {
                follow(later.pop(), false);
            } else {
                follow(references.pop(), true);
            }
        }
    }

    /** @param early whether documents are still to come, of which one may be what it refers to */
    private void follow(Meant meant, boolean early) {
        Element element = meant.element;
        if (meant.kind.name().equals("Schema") && schemas.identifies(element)) {
            return;
        }
        Optional<Element> target = element.target(early ? problem -> {} : element::fault);
        if (target.isEmpty()) {
            if (early) {
                later.add(meant);
            }
            return;
        }
        enter(target.get());
        Optional<String> endless = element.endless();
        if (endless.isPresent()) {
            element.fault(endless.get());
            return;
        }
        referred.add(target.get().place());
        String known = kinds.get(target.get().place());
        if (known == null) {
            structure.visit(target.get(), meant.kind);
        } else if (!known.equals(meant.kind.name())) {
            element.fault("$ref '" + element.text("$ref").orElse("") + "' leads to a " + known + ", not to a "
                    + meant.kind.name());
        }
    }

    /** A document is read as a whole: its schemas may have names that others refer to (OpenAPI 3.2, section 4.1.2.1). */
    private void enter(Element target) {
        JsonNode root = target.document().root();
        if (target.isFrom(Version.V3_2) && entered.add(target.document()) && root.has("openapi")) {
            new Element(target.reading(), target.document(), root, "")
                    .child("components")
                    .ifPresent(
                            components -> components.members("schemas").values().forEach(schemas::root));
        }
    }

    private record Meant(Element element, Grammar.Kind kind) {}
}
