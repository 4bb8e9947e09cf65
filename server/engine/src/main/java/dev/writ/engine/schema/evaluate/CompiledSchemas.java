package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.Schemas;

/**
 * Schemas of OpenAPI 3.0 and 3.1 as trees of small objects. To compile is cheap: the work is done when a value is checked
 * first. No check takes more than its steps ({@link SchemaOptions#maxSteps()}), whatever schema and value. Thread-safe, and
 * no lock is held while a value is checked.
 */
public final class CompiledSchemas implements SchemaCompiler {
    private final Compilation requests;
    private final Compilation responses;

    public CompiledSchemas(Schemas schemas, SchemaOptions options) {
        this(schemas, options, Allowance.unlimited());
    }

    private CompiledSchemas(Schemas schemas, SchemaOptions options, Allowance allowance) {
        this.requests = new Compilation(schemas, options, Direction.REQUEST, allowance);
        this.responses = new Compilation(schemas, options, Direction.RESPONSE, allowance);
    }

    /** For the values of a document itself: all checks together take no more than {@code steps}, the rest are at their limit. */
    public static CompiledSchemas within(long steps, Schemas schemas) {
        return new CompiledSchemas(schemas, SchemaOptions.DEFAULT, Allowance.of(steps));
    }

    /** Of a contract whose references nobody else asks for. */
    public static CompiledSchemas of(Contract contract, SchemaOptions options) {
        return new CompiledSchemas(new Schemas(contract), options);
    }

    @Override
    public SchemaChecker compile(SchemaNode schema, Direction direction) {
        return new Checker(direction == Direction.REQUEST ? requests : responses, schema);
    }

    /** Steps of a check, for tests of what hostile schemas cost. */
    static int steps(SchemaChecker checker, JsonNode value) {
        return ((Checker) checker).steps(value);
    }
}
