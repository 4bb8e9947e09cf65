package dev.writ.engine.parse;

import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a contract against the {@link Grammar} of its version, wherever it stands: fields that exist, with values of the
 * right kind. Objects of other documents are visited when a reference leads there, which is for {@link ReferenceTargets}.
 */
final class Structure {
    private final Element root;
    private final Grammar grammar;
    private final FieldRules fields;
    private final SchemaStructure schemas;
    private final ReferenceTargets targets;
    private final PlainValues values = new PlainValues();
    private final ContentNames contents = new ContentNames();
    private final Map<String, List<Element>> objects = new HashMap<>();

    private Structure(Element root) {
        Version version = root.reading().version();
        this.root = root;
        this.grammar = version.grammar();
        this.fields = new FieldRules(version);
        this.schemas = new SchemaStructure(version, grammar, this);
        this.targets = new ReferenceTargets(root, schemas, this);
    }

    /** Reports what is wrong, and says what has been seen. */
    static Structure check(Element root) {
        Structure structure = new Structure(root);
        structure.visit(root, structure.grammar.kind("Document"));
        structure.targets.followAll();
        return structure;
    }

    /** Those that stand outside of others. */
    List<SchemaNode> schemas() {
        return schemas.roots();
    }

    /** Those of a kind, but for references in their place. */
    List<Element> objects(String kind) {
        return objects.getOrDefault(kind, List.of());
    }

    /** Media Type Objects with the media types that they stand for. */
    Map<Element, Set<String>> contents() {
        return contents.all();
    }

    /** Whether a reference leads there. */
    boolean isReferredTo(Place place) {
        return targets.isReferredTo(place);
    }

    /** False if it has been visited already. */
    boolean enter(Element element, String kind) {
        return targets.enter(element, kind);
    }

    void refer(Element element, Grammar.Kind kind) {
        targets.add(element, kind);
    }

    FieldRules fields() {
        return fields;
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
            FieldRules.beside(element);
            return;
        }
        if (kind.name().equals("PathItem") && element.isReference()) {
            refer(element, kind);
        }
        element.forEachMember((name, member) -> {
            if (!name.startsWith("x-")) {
                kind.field(name)
                        .ifPresentOrElse(
                                field -> visit(member, field), () -> fields.unknown(member, name, kind, element));
            }
        });
        FieldRules.missing(element, kind);
        contents.add(element, kind);
        requirement(element, kind);
        objects.computeIfAbsent(kind.name(), absent -> new ArrayList<>()).add(element);
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
}
