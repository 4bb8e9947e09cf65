package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.ValueGenerator.Extent;
import java.util.Random;

/** Valid forms for a media type, and forms of other values that are written in the same way. */
final class FormMaker {
    private static final int ATTEMPTS = 12;

    private final SchemaSet schemas;
    private final Referee referee;
    private final Random random;

    FormMaker(SchemaSet schemas, Referee referee, Random random) {
        this.schemas = schemas;
        this.referee = referee;
        this.random = random;
    }

    /** @throws Unsatisfiable also if nothing says how the values of the schema are written */
    SentForm make(String type, Spec.Media media, Extent extent) throws Unsatisfiable {
        Node schema = schemas.of(media.schema().orElseThrow());
        Unsatisfiable last = new Unsatisfiable("nothing was tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                JsonNode value = new ValueGenerator(schemas, referee, random, false, StringValues.TEXT)
                        .generate(schema, attempt < ATTEMPTS / 2 ? extent : Extent.LEAST);
                if (!value.isContainerNode()) {
                    throw new Unsatisfiable("no object: " + Json.shortened(value));
                }
                JsonNode settled = writer(type, media, value).settle(value);
                if (!referee.accepts(schema, settled)) {
                    throw new Unsatisfiable("not valid without what cannot be written: " + Json.shortened(settled));
                }
                return writer(type, media, settled).write(settled);
            } catch (Unsatisfiable e) {
                last = e;
            }
        }
        throw new Unsatisfiable(type + ": " + last.getMessage());
    }

    /** @param valid whose kinds of parts are taken */
    SentForm rewrite(SentForm valid, Spec.Media media, JsonNode value) throws Unsatisfiable {
        return writer(valid.type(), media, valid.value()).write(value);
    }

    private FormWriter writer(String type, Spec.Media media, JsonNode valid) throws Unsatisfiable {
        return new FormWriter(type, media, valid, schemas, referee, new PartHeads(schemas, referee, random), random);
    }
}
