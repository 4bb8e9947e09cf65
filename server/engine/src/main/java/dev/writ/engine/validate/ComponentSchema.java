package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import dev.writ.engine.validate.json.JsonLimits;
import dev.writ.engine.validate.json.JsonReader;
import java.util.List;
import java.util.function.Function;

/**
 * A schema under {@code components/schemas}, for values that come by another way than a request: a file, a queue. They are
 * read as strictly as a body, and may hold what is read-only to clients. Thread-safe.
 */
public final class ComponentSchema {
    private final JsonReader reader = new JsonReader(JsonLimits.DEFAULT);
    private final SchemaChecker checker;

    private ComponentSchema(SchemaChecker checker) {
        this.checker = checker;
    }

    /**
     * The schema of that name, compiled.
     *
     * @throws IllegalArgumentException if the contract has none
     */
    public static ComponentSchema of(Contract contract, String name) {
        String pointer = "/components/schemas/" + name;
        SchemaNode schema = contract.schemas().stream()
                .filter(node -> node.pointer().equals(pointer))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(contract.file() + " has no " + pointer));
        return new ComponentSchema(
                CompiledSchemas.of(contract, SchemaOptions.DEFAULT).compile(schema, Direction.RESPONSE));
    }

    /** Reads one value: {@code valid} gets it, or {@code invalid} all that is wrong with it. */
    public <R> R read(
            byte[] json,
            Function<? super JsonNode, ? extends R> valid,
            Function<? super List<SchemaError>, ? extends R> invalid) {
        return reader.read(json)
                .<R>fold(
                        value -> {
                            return checker.check(value).<R>fold(valid::apply, invalid::apply);
                        },
                        invalid::apply);
    }
}
