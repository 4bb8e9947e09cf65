package dev.writ.engine.schema.lint;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Findings;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.Subschemas;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at every schema of a contract, and at all that they refer to, without a value. */
public final class SchemaCheck {
    /** Of all defaults and examples together: some seconds. */
    private static final long MAX_STEPS = 20_000_000;

    private final Schemas schemas;
    private final Report report = new Report();
    private final Map<Place, SchemaNode> found = new LinkedHashMap<>();
    private final Deque<SchemaNode> open = new ArrayDeque<>();

    private SchemaCheck(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Everything that is wrong, each with its own place, however often the schema is referred to. */
    public static Findings check(Contract contract) {
        return check(contract, new Schemas(contract));
    }

    /** As {@link #check(Contract)}, with what is known of its references already. */
    public static Findings check(Contract contract, Schemas schemas) {
        return new SchemaCheck(schemas).run(contract);
    }

    private Findings run(Contract contract) {
        collect(contract.schemas());
        List<SchemaNode> all = List.copyOf(found.values());
        KeywordRules keywords = new KeywordRules(contract.dialect(), report);
        DialectRules dialects = new DialectRules(schemas, report);
        PatternRules patterns = new PatternRules(schemas.dialect(), report);
        FormatRules formats = new FormatRules(schemas.dialect(), report);
        CoherenceRules coherence = new CoherenceRules(schemas.dialect(), report);
        DiscriminatorRules discriminators = new DiscriminatorRules(all, schemas, report);
        all.forEach(schema -> {
            keywords.check(schema);
            dialects.check(schema);
            patterns.check(schema);
            formats.check(schema);
            coherence.check(schema);
            discriminators.check(schema);
        });
        new EndlessSchemas(schemas, report).check(all);
        // What is no schema, or never ends, cannot be asked about values.
        if (report.hasNoFaults()) {
            SchemaCompiler compiler = CompiledSchemas.within(MAX_STEPS, schemas);
            all.forEach(new ValueRules(schemas.dialect(), compiler, report)::check);
            all.forEach(new NullableRules(schemas.dialect(), compiler, report)::check);
        }
        return report.findings();
    }

    private void collect(List<SchemaNode> roots) {
        Set<Place> referred = new HashSet<>();
        roots.forEach(open::add);
        while (!open.isEmpty()) {
            SchemaNode schema = open.remove();
            if (found.putIfAbsent(schema.place(), schema) != null
                    || !schema.node().isObject()) {
                continue;
            }
            References.of(schema, schemas, report).forEach(target -> {
                if (referred.add(target.place())) {
                    open.add(target);
                }
            });
            boolean nothingBesides =
                    schemas.dialect() == Dialect.OPENAPI_3_0 && schema.node().has("$ref");
            if (!nothingBesides) {
                // Others are told where the keyword stands that they belong to.
                Subschemas.of(schema, child -> {
                    if (child.node().isObject() || child.node().isBoolean()) {
                        open.add(child);
                    }
                });
            }
        }
    }
}
