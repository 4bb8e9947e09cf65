package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schemas of {@code oneOf} or {@code anyOf}, and which of them was meant when none holds. */
final class Alternatives {
    private final Schema[] schemas;
    private final Outline[] outlines;
    private final Optional<Discriminator> discriminator;

    private Alternatives(Schema[] schemas, Outline[] outlines, Optional<Discriminator> discriminator) {
        this.schemas = schemas;
        this.outlines = outlines;
        this.discriminator = discriminator;
    }

    static Alternatives of(SchemaSource source, String keyword) {
        List<SchemaNode> nodes = source.list(keyword);
        return new Alternatives(
                source.subschemas(keyword).toArray(Schema[]::new),
                nodes.stream()
                        .map(node -> new Outline(source.compilation().schemas(), node))
                        .toArray(Outline[]::new),
                Discriminator.of(source, nodes));
    }

    Schema[] schemas() {
        return schemas;
    }

    /** Reports that none holds, and why the one that was meant does not; the reasons of all would help nobody. */
    boolean explain(Site site, JsonNode value, Run run) {
        if (discriminator.isPresent() && value.isObject()) {
            discriminator.get().choose(value, run).ifPresent(chosen -> schemas[chosen].test(value, run));
            return false;
        }
        run.fail(
                site,
                () -> "must match " + (site.keyword().equals("oneOf") ? "one" : "at least one") + " of "
                        + schemas.length + " alternatives");
        run.budget().charge(2 * schemas.length);
        meant(value).ifPresent(chosen -> schemas[chosen].test(value, run));
        return false;
    }

    void redact(JsonNode value, Redaction redaction) {
        Integer named = discriminator.flatMap(by -> by.named(value)).orElse(-1);
        boolean any = false;
        for (int i = 0; i < schemas.length; i++) {
            if (i == named || redaction.holds(schemas[i], value)) {
                any = true;
                schemas[i].redact(value, redaction);
            }
        }
        if (!any) {
            for (Schema schema : schemas) {
                schema.redact(value, redaction);
            }
        }
    }

    /** The only one that the value could be, by its type and then by properties that have one value only. */
    private Optional<Integer> meant(JsonNode value) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < outlines.length; i++) {
            if (outlines[i].fitsType(value)) {
                fitting.add(i);
            }
        }
        if (fitting.size() > 1) {
            fitting.removeIf(i -> !outlines[i].fitsTags(value));
        }
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }
}
