package dev.writ.engine.schema.evaluate;

import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.Schemas;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of a contract for one direction, each compiled once, when it is needed first. Thread-safe. */
final class Compilation {
    private final Schemas schemas;
    private final SchemaOptions options;
    private final Direction direction;
    private final Allowance allowance;
    private final KeywordTable table;
    private final Map<Place, Schema> compiled = new ConcurrentHashMap<>();

    /** Whether what a schema says may depend on the way to it. */
    private volatile boolean dynamic;

    Compilation(Schemas schemas, SchemaOptions options, Direction direction, Allowance allowance) {
        this.schemas = schemas;
        this.options = options;
        this.direction = direction;
        this.allowance = allowance;
        this.table = KeywordTable.of(schemas.dialect());
    }

    Schemas schemas() {
        return schemas;
    }

    SchemaOptions options() {
        return options;
    }

    Direction direction() {
        return direction;
    }

    Allowance allowance() {
        return allowance;
    }

    boolean isDynamic() {
        return dynamic;
    }

    void becomesDynamic() {
        dynamic = true;
    }

    /**
     * The schema at a place. Two threads may compile it at once; one of the two is kept.
     *
     * @throws ContractException if it is no schema
     */
    Schema schema(SchemaNode node) {
        Schema known = compiled.get(node.place());
        if (known != null) {
            return known;
        }
        Schema made = compile(node);
        Schema other = compiled.putIfAbsent(node.place(), made);
        return other == null ? made : other;
    }

    private Schema compile(SchemaNode node) {
        if (node.node().isBoolean()) {
            return node.node().booleanValue() ? new AnySchema(node.place()) : new NoneSchema(node.place());
        }
        if (!node.node().isObject()) {
            throw fault(node, "a schema must be an object or a boolean");
        }
        return table.compile(new SchemaSource(this, node));
    }

    static ContractException fault(SchemaNode node, String message) {
        return new ContractException(List.of(new Fault(node.place().location(), "not a schema: " + message)));
    }
}
