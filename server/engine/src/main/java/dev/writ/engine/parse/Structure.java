package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.lint.Spelling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a contract against the {@link Grammar} of its version, wherever it stands: fields that exist, with values of the
 * right kind; references that lead to what is meant. Objects of other documents are visited when a reference leads there.
 */
final class Structure {
    private final Element root;
    private final Version version;
    private final Grammar grammar;
    private final SchemaStructure schemas;
    private final PlainValues values = new PlainValues();
    private final Map<Place, String> kinds = new HashMap<>();
    private final Deque<Meant> references = new ArrayDeque<>();
    private final Deque<Meant> later = new ArrayDeque<>();
    private final Set<Document> entered = new HashSet<>();
    private final Map<Place, Content> contents = new LinkedHashMap<>();
    private final Set<Place> referred = new HashSet<>();
    private final Map<String, List<Element>> objects = new HashMap<>();

    private Structure(Element root) {
        this.root = root;
        this.version = root.reading().version();
        this.grammar = version.grammar();
        this.schemas = new SchemaStructure(version, grammar, this);
    }

    /** Reports what is wrong, and says what has been seen. */
    static Structure check(Element root) {
        Structure structure = new Structure(root);
        structure.entered.add(root.document());
        structure.visit(root, structure.grammar.kind("Document"));
        while (!structure.references.isEmpty() || !structure.later.isEmpty()) {
            if (structure.references.isEmpty()) {
                structure.follow(structure.later.pop(), false);
            } else {
                structure.follow(structure.references.pop(), true);
            }
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
        content(element, kind);
        requirement(element, kind);
        objects.computeIfAbsent(kind.name(), absent -> new ArrayList<>()).add(element);
    }

    /** Media Type Objects with the media types that they stand for. */
    Map<Element, Set<String>> contents() {
        Map<Element, Set<String>> all = new LinkedHashMap<>();
        contents.values().forEach(content -> all.put(content.mediaType, content.names));
        return all;
    }

    private void content(Element owner, Grammar.Kind kind) {
        if (kind.fields().containsKey("content")) {
            owner.members("content")
                    .forEach((name, reference) -> ContentReader.mediaType(reference)
                            .ifPresent(mediaType -> contents.computeIfAbsent(
                                            mediaType.place(), place -> new Content(mediaType, new LinkedHashSet<>()))
                                    .names
                                    .add(name)));
        }
    }

    /** A name that is none of a component refers to a scheme by its URI (OpenAPI 3.2, section 4.30). */
    private void requirement(Element requirement, Grammar.Kind kind) {
        if (kind.name().equals("Requirement") && requirement.isFrom(Version.V3_2)) {
            requirement.forEachMember((name, scopes) -> {
                if (SecurityReader.isUri(name) && !SecurityReader.isDeclared(Syntax.of(root), name)) {
                    refer(scopes.asReference(name), grammar.kind("SecurityScheme"));
                }
            });
        }
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

    /**
     * A reference leads to something of its own kind.
     *
     * @param early whether documents are still to come, of which one may be what it refers to
     */
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
        if (isOfOther(target.get().document())) {
            element.fault("$ref '" + element.text("$ref").orElse("") + "' leads into a document of "
                    + (version == Version.V2_0
                            ? "OpenAPI 3, and this one is of Swagger 2.0"
                            : "Swagger 2.0, and this one is of OpenAPI 3"));
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
            visit(target.get(), meant.kind);
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

    /** Documents that say no version may be referred to from any. */
    private boolean isOfOther(Document document) {
        return document.root().has(version == Version.V2_0 ? "openapi" : "swagger");
    }

    private record Meant(Element element, Grammar.Kind kind) {}

    private record Content(Element mediaType, Set<String> names) {}
}
