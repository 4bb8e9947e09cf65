package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.SchemaNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the grammar says about schemas: words that exist, references that lead to schemas. Whether their values are right is
 * up to the meta-schema; what {@code $id} and {@code $anchor} change is left to those who compile schemas.
 */
final class SchemaStructure {
    private final Grammar grammar;
    private final Grammar.Kind kind;
    private final Version version;
    private final Structure structure;
    private final List<SchemaNode> roots = new ArrayList<>();
    private final Set<URI> identified = new HashSet<>();

    SchemaStructure(Version version, Grammar grammar, Structure structure) {
        this.version = version;
        this.grammar = grammar;
        this.kind = grammar.kind("Schema");
        this.structure = structure;
    }

    List<SchemaNode> roots() {
        return List.copyOf(roots);
    }

    /** Whether the {@code $ref} of a schema leads to one that has said its {@code $id}, wherever it stands. */
    boolean identifies(Element reference) {
        return reference
                .text("$ref")
                .flatMap(reference::absolute)
                .filter(identified::contains)
                .isPresent();
    }

    /** A schema that stands outside of others. */
    void root(Element element) {
        if (!element.node().isObject() && !element.node().isBoolean()) {
            element.fault("must be an object");
        } else if (structure.enter(element, kind.name())) {
            roots.add(new SchemaNode(element.place(), element.node()));
            visit(element, false);
        }
    }

    /** @param rebased whether an {@code $id} has changed the base of references */
    private void visit(Element schema, boolean rebased) {
        boolean own = rebased || schema.node().has("$id");
        if (!version.isBefore(Version.V3_1)) {
            schema.text("$id").flatMap(schema::absolute).ifPresent(identified::add);
        }
        JsonNode reference = schema.node().path("$ref");
        if (!reference.isMissingNode() && !own && !isAnchor(reference.asText())) {
            structure.refer(schema, kind);
        }
        if (!reference.isMissingNode() && version.isBefore(Version.V3_1)) {
            ignored(schema);
            return;
        }
        schema.forEachMember((name, member) -> {
            if (name.startsWith("x-")) {
                return;
            }
            kind.field(name).ifPresentOrElse(field -> visit(member, field, own), () -> unknown(member, name, schema));
        });
    }

    private void visit(Element member, Grammar.Field field, boolean rebased) {
        if (field.name().equals("discriminator")
                && field.plain()
                && !member.node().isTextual()) {
            member.fault("must be a string: the name of a property");
        }
        if (!field.value().equals(kind.name())) {
            if (!field.plain() && member.node().isObject()) {
                structure.visit(member, grammar.kind(field.value()));
            }
            return;
        }
        switch (field.shape()) {
            case ONE -> within(member, rebased);
            case LIST -> member.items().forEach(item -> within(item, rebased));
            case MAP -> member.forEachMember((name, item) -> within(item, rebased));
        }
    }

    private void within(Element schema, boolean rebased) {
        if (structure.enter(schema, kind.name()) && schema.node().isObject()) {
            visit(schema, rebased);
        }
    }

    private static boolean isAnchor(String reference) {
        int hash = reference.indexOf('#');
        return hash >= 0
                && hash + 1 < reference.length()
                && reference.charAt(hash + 1) != '/'
                && reference.charAt(hash + 1) != '%';
    }

    /** OpenAPI 3.0.4, section 4.7.23: what stands beside a {@code $ref} is ignored. */
    private static void ignored(Element schema) {
        schema.forEachMember((name, member) -> {
            if (!name.equals("$ref") && !name.startsWith("x-") && Misspelling.isEnforced(name)) {
                member.warnOnce("'" + name + "' beside a $ref is ignored in "
                        + schema.reading().version().text());
            }
        });
    }

    private void unknown(Element member, String name, Element schema) {
        if (name.equals("nullable") && version.isFrom(Version.V3_1)) {
            member.warnOnce("'nullable' means nothing from OpenAPI 3.1 on: null is one of the types there");
        } else {
            structure.fields().unknown(member, name, kind, schema);
        }
    }
}
