package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Words of a schema, or of a parameter, of Swagger 2.0 that do not say what they say in OpenAPI 3.0. */
final class Dialect20 {
    private static final List<String> UNKNOWN =
            List.of("anyOf", "oneOf", "not", "nullable", "writeOnly", "deprecated", "discriminator");

    private Dialect20() {}

    /** @param written the original of {@code schema}, which has been translated as if it were of OpenAPI 3.0 */
    static void mend(JsonNode written, ObjectNode schema) {
        schema.remove(UNKNOWN);
        if (written.path("x-nullable").asBoolean()) {
            schema.put("nullable", true);
        }
        if (written.path("required").isBoolean()) {
            schema.remove("required");
        }
    }
}
