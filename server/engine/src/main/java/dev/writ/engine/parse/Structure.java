package dev.writ.engine.parse;

import dev.writ.engine.model.Document;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.lint.Spelling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a contract against the {@link Grammar} of its version, wherever it stands: fields that exist, with values of the
 * right kind; references that lead to what is meant. Objects of other documents are visited when a reference leads there.
 */
final class Structure {
    private final Version version;
    private final Grammar grammar;
    private final SchemaStructure schemas;
    private final PlainValues values = new PlainValues();
    private final Map<Place, String> kinds = new HashMap<>();
    private final Deque<Meant> references = new ArrayDeque<>();
    private final Set<Place> referred = new HashSet<>();
    private final Map<String, List<Element>> objects = new HashMap<>();

    private Structure(Version version) {
        this.version = version;
        this.grammar = version.grammar();
        this.schemas = new SchemaStructure(version, grammar, this);
    }

    /** Reports what is wrong, and says what has been seen. */
    static Structure check(Element root) {
        Structure structure = new Structure(root.reading().version());
        structure.visit(root, structure.grammar.kind("Document"));
        while (!structure.references.isEmpty()) {
            structure.follow(structure.references.pop());
        }
        return structure;
    }

    /** Those that stand outside of others. */
    List<SchemaNode> schemas() {
        return schemas.roots();
    }

    /** Whether a reference leads there. */
    boolean isReferredTo(Place place) {
        return referred.contains(place);
    }

    void visit(Element element, Grammar.Kind kind) {
        if (kind.name().equals("Schema")) {
            schemas.root(element);
            return;
        }
        if (!element.node().isObject()) {
            element.fault("must be an object");
            return;
        }
        if (!enter(element, kind.name())) {
            return;
        }
        if (kind.reference() && element.isReference()) {
            refer(element, kind);
            reference(element);
            return;
        }
        if (kind.name().equals("PathItem") && element.isReference()) {
            refer(element, kind);
        }
        element.forEachMember((name, member) -> {
            if (!name.startsWith("x-")) {
                kind.field(name)
                        .ifPresentOrElse(field -> visit(member, field), () -> unknown(member, name, kind, element));
            }
        });
        missing(element, kind);
        objects.computeIfAbsent(kind.name(), absent -> new ArrayList<>()).add(element);
    }

    /** Those of a kind, but for references in their place. */
    List<Element> objects(String kind) {
        return objects.getOrDefault(kind, List.of());
    }

    /** False if it has been visited already. */
    boolean enter(Element element, String kind) {
        return kinds.putIfAbsent(element.place(), kind) == null;
    }

    void refer(Element element, Grammar.Kind kind) {
        references.add(new Meant(element, kind));
    }

    private void visit(Element member, Grammar.Field field) {
        if (field.plain()) {
            values.check(member, field);
            return;
        }
        Grammar.Kind kind = grammar.kind(field.value());
        switch (field.shape()) {
            case ONE -> visit(member, kind);
            case LIST -> {
                if (values.isList(member)) {
                    member.items().forEach(item -> visit(item, kind));
                }
            }
            case MAP -> {
                if (values.isMap(member)) {
                    member.forEachMember((name, item) -> visit(item, kind));
                }
            }
        }
    }

    private static void missing(Element element, Grammar.Kind kind) {
        for (Grammar.Field field : kind.required()) {
            if (element.node().has(field.name())) {
                continue;
            }
            String message = "'" + field.name() + "' is missing";
            if (field.need() == Grammar.Need.BY_ENFORCEMENT) {
                element.fault(message);
            } else {
                element.warnOnce(message);
            }
        }
    }

    /** A name that is none stops the start if it may mean a field that is enforced. */
    static void unknown(Element member, String name, Grammar.Kind kind, Element owner) {
        List<String> free = new ArrayList<>(kind.fields().keySet());
        free.removeIf(owner.node()::has);
        Optional<String> meant = Spelling.nearest(name, free);
        String message = "'" + name + "' is not a field of a " + kind.name()
                + meant.map(other -> "; '" + other + "' is meant?").orElse("");
        if (meant.filter(Misspelling::isEnforced).isPresent()) {
            member.fault(message);
        } else {
            member.warn(message);
        }
    }

    /** Beside a {@code $ref} only words for readers may stand, from OpenAPI 3.1 on. */
    private static void reference(Element element) {
        boolean described = !element.reading().version().isBefore(Version.V3_1);
        element.forEachMember((name, member) -> {
            boolean word = name.equals("summary") || name.equals("description");
            if (!name.equals("$ref") && !name.startsWith("x-") && !(word && described)) {
                member.warnOnce("'" + name + "' beside a $ref is ignored");
            }
        });
    }

    /** A reference leads to something of its own kind. */
    private void follow(Meant meant) {
        Element element = meant.element;
        if (meant.kind.name().equals("Schema") && schemas.identifies(element)) {
            return;
        }
        Optional<Element> target = element.target(element::fault);
        if (target.isEmpty()) {
            return;
        }
        if (isOfOther(target.get().document())) {
            element.fault("$ref '" + element.text("$ref").orElse("") + "' leads into a document of "
                    + (version == Version.V2_0
                            ? "OpenAPI 3, and this one is of Swagger 2.0"
                            : "Swagger 2.0, and this one is of OpenAPI 3"));
            return;
        }
        Optional<String> endless = element.endless();
        if (endless.isPresent()) {
            element.fault(endless.get());
            return;
        }
        referred.add(target.get().place());
        String known = kinds.get(target.get().place());
        if (known == null) {
            visit(target.get(), meant.kind);
        } else if (!known.equals(meant.kind.name())) {
            element.fault("$ref '" + element.text("$ref").orElse("") + "' leads to a " + known + ", not to a "
                    + meant.kind.name());
        }
    }

    /** Documents that say no version may be referred to from any. */
    private boolean isOfOther(Document document) {
        return document.root().has(version == Version.V2_0 ? "openapi" : "swagger");
    }

    private record Meant(Element element, Grammar.Kind kind) {}
}
