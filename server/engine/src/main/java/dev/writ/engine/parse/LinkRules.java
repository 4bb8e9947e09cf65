package dev.writ.engine.parse;

import dev.writ.engine.model.Document;
import dev.writ.engine.model.Place;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether links lead to operations (OpenAPI 3.1, section 4.8.20). They are for clients, so it is a warning where they do not.
 * Other documents may be of services of others: a reference to one is not followed, and of what a link leads to within one
 * it is only asked whether it is there.
 */
final class LinkRules {
    private final Document entry;
    private final OperationIds ids;
    private final Set<Place> operations;

    private LinkRules(Document entry, OperationIds ids, Set<Place> operations) {
        this.entry = entry;
        this.ids = ids;
        this.operations = operations;
    }

    static void check(Document entry, Structure structure, OperationIds ids) {
        LinkRules rules = new LinkRules(
                entry,
                ids,
                structure.objects("Operation").stream().map(Element::place).collect(Collectors.toSet()));
        structure.objects("Link").forEach(rules::check);
    }

    private void check(Element link) {
        Optional<String> id = link.text("operationId");
        Optional<String> reference = link.text("operationRef");
        if (id.isPresent() == reference.isPresent()) {
            link.warn(
                    id.isPresent()
                            ? "only one of 'operationId' and 'operationRef' may be there"
                            : "'operationId' or 'operationRef' is missing");
        }
        id.filter(name -> !ids.contains(name))
                .ifPresent(name -> link.at("operationId").warn("there is no operation '" + name + "'"));
        reference
                .filter(written -> written.startsWith("#") && !leadsToOperation(link, written))
                .ifPresent(written ->
                        link.at("operationRef").warn("operationRef '" + written + "' leads to no operation"));
    }

    private boolean leadsToOperation(Element link, String reference) {
        return link.pointed(link.document(), reference.substring(1))
                .filter(target -> operations.contains(target.place())
                        || !target.document().equals(entry))
                .isPresent();
    }
}
