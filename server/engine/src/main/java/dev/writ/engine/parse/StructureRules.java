package dev.writ.engine.parse;

import dev.writ.engine.model.SchemaNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold wherever it stands in a document: fields that exist, of the right shape; references that lead somewhere. */
final class StructureRules {
    private final Map<Grammar, Map<String, Grammar.Field>> fields = new EnumMap<>(Grammar.class);
    private final List<SchemaNode> schemas = new ArrayList<>();
    private final Map<String, Grammar> kinds = new HashMap<>();
    private final List<Element> references = new ArrayList<>();

    private StructureRules() {
        for (Grammar kind : Grammar.values()) {
            fields.put(kind, kind.fields());
        }
    }

    /** Reports what is wrong and returns every schema of the document, wherever it stands. */
    static List<SchemaNode> check(Element root) {
        StructureRules rules = new StructureRules();
        rules.visit(root, Grammar.DOCUMENT);
        rules.references.forEach(rules::checkKind);
        return List.copyOf(rules.schemas);
    }

    private void visit(Element element, Grammar kind) {
        if (kind == Grammar.SCHEMA) {
            schemas.add(new SchemaNode(element.place(), element.node()));
            if (element.node().isBoolean()) {
                return;
            }
        }
        kinds.put(element.pointer(), kind);
        if (element.node().has("$ref")) {
            references.add(element);
        }
        Map<String, Grammar.Field> known = fields.getOrDefault(kind, Map.of());
        element.members()
                .forEach((name, member) -> Optional.ofNullable(known.get(name))
                        .ifPresentOrElse(field -> visit(member, field), () -> unknown(member, name, known)));
    }

    /** A reference leads to something of its own kind, which is checked where it stands. */
    private void checkKind(Element reference) {
        if (reference.resolved().isEmpty()) {
            return;
        }
        Grammar kind = kinds.get(reference.pointer());
        reference
                .target()
                .filter(target -> kinds.get(target.pointer()) != kind)
                .ifPresent(target -> reference.fault("$ref '"
                        + reference.node().get("$ref").asText() + "' leads to something else than is meant here"));
    }

    private void visit(Element member, Grammar.Field field) {
        field.kind().ifPresent(kind -> {
            switch (field.shape()) {
                case '*' -> member.items().forEach(item -> visit(item, kind));
                case '/' -> member.members().values().forEach(item -> visit(item, kind));
                case '~' ->
                    member.members().forEach((name, item) -> {
                        if (!name.startsWith("x-")) {
                            visit(item, kind);
                        }
                    });
                default -> visit(member, kind);
            }
        });
    }

    private static void unknown(Element member, String name, Map<String, Grammar.Field> known) {
        if (name.startsWith("x-")) {
            return;
        }
        Optional<String> meant =
                known.keySet().stream().filter(name::equalsIgnoreCase).findFirst();
        String hint = meant.map(other -> "; '" + other + "' is meant?").orElse("");
        member.fault("'" + name + "' is not a field that is known here" + hint);
    }
}
