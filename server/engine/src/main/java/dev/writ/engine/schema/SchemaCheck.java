package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Findings;
import dev.writ.engine.model.SchemaNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether the schemas of a contract are schemas: by the meta-schema of JSON Schema 2020-12, and by their patterns. */
public final class SchemaCheck {
    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private final Contract contract;
    private final Schema metaSchema;
    private final Set<Fault> faults = new LinkedHashSet<>();

    private SchemaCheck(Contract contract) {
        this.contract = contract;
        this.metaSchema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build()))
                .getSchema(SchemaLocation.of(META_SCHEMA));
    }

    /** All that is wrong. */
    public static Findings findings(Contract contract) {
        return new Findings(faults(contract), List.of());
    }

    /** Each with its own place, however often the schema is referred to. */
    public static List<Fault> faults(Contract contract) {
        SchemaCheck check = new SchemaCheck(contract);
        List<SchemaNode> all = new ArrayList<>();
        contract.schemas().forEach(schema -> nested(schema, all));
        contract.schemas().forEach(check::schema);
        all.forEach(check::patterns);
        EndlessSchemas.in(all).forEach(pointer -> check.add(pointer, "it contains itself without end"));
        return List.copyOf(check.faults);
    }

    private void schema(SchemaNode schema) {
        for (Error error : metaSchema.validate(schema.node())) {
            // An alternative that fails is told by the alternatives themselves.
            if (!error.getKeyword().equals("anyOf")) {
                add(schema.pointer() + error.getInstanceLocation(), ErrorMessages.text(error));
            }
        }
    }

    private static void nested(SchemaNode schema, List<SchemaNode> all) {
        all.add(schema);
        schema.node().properties().forEach(entry -> {
            if (entry.getValue().isContainerNode()) {
                nested(new SchemaNode(schema.place().child(entry.getKey()), entry.getValue()), all);
            }
        });
        for (int i = 0; schema.node().isArray() && i < schema.node().size(); i++) {
            nested(
                    new SchemaNode(
                            schema.place().child(Integer.toString(i)),
                            schema.node().get(i)),
                    all);
        }
    }

    private void patterns(SchemaNode schema) {
        JsonNode pattern = schema.node().path("pattern");
        if (pattern.isTextual()) {
            pattern(schema.pointer() + "/pattern", pattern.asText());
        }
        schema.node()
                .path("patternProperties")
                .fieldNames()
                .forEachRemaining(regex -> pattern(schema.pointer() + "/patternProperties", regex));
    }

    private void pattern(String pointer, String regex) {
        try {
            EcmaPattern.compile(regex);
        } catch (IllegalArgumentException e) {
            add(pointer, String.valueOf(e.getMessage()));
        }
    }

    private void add(String pointer, String message) {
        faults.add(new Fault(contract.locate(pointer), "not a schema: " + message));
    }
}
