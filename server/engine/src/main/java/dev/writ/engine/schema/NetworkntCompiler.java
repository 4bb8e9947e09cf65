package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import com.networknt.schema.regex.RegularExpression;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.SchemaNode;
import java.util.List;
import java.util.Map;

/**
 * Schemas of OpenAPI 3.1 by networknt's validator: formats asserted, patterns in linear time, nothing fetched. Thread-safe
 * once built.
 */
public final class NetworkntCompiler implements SchemaCompiler {
    private static final String BASE = "contract:/";

    private final String file;
    private final SchemaRegistry registry;

    public NetworkntCompiler(Contract contract) {
        this.file = contract.file();
        Dialect dialect = Dialect.builder(Dialects.getOpenApi31())
                // The document around the schemas has words of its own.
                .unknownKeywordFactory((word, context) -> new NonValidationKeyword(word))
                .format(NumberFormat.int32())
                .format(NumberFormat.int64())
                .format(NumberFormat.ofFloat())
                .format(NumberFormat.ofDouble())
                .format(new ByteFormat())
                .build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .losslessNarrowing(true)
                .regularExpressionFactory(NetworkntCompiler::pattern)
                .build();
        this.registry = SchemaRegistry.withDialect(
                dialect,
                builder -> builder.schemas(
                                Map.of(BASE + file, contract.document().root().toString()))
                        .schemaRegistryConfig(config));
    }

    @Override
    public SchemaChecker compile(SchemaNode node, Direction direction) {
        Schema schema;
        try {
            schema = registry.getSchema(SchemaLocation.of(BASE + file + "#" + node.pointer()));
            schema.initializeValidators();
        } catch (SchemaException | IllegalArgumentException e) {
            throw new ContractException(List.of(new Fault(node.place().location(), "not a schema: " + e.getMessage())));
        }
        boolean request = direction == Direction.REQUEST;
        return value -> check(schema, value, request);
    }

    private Evaluation check(Schema schema, JsonNode value, boolean request) {
        List<Error> errors = schema.validate(
                value,
                context -> context.executionConfig(
                        config -> config.readOnly(request).writeOnly(!request).formatAssertionsEnabled(true)));
        return errors.isEmpty()
                ? new Evaluation.Valid(value)
                : new Evaluation.Invalid(errors.stream().map(this::error).toList());
    }

    private SchemaError error(Error error) {
        String location = error.getSchemaLocation().toString();
        return new SchemaError(
                ErrorMessages.pointer(error),
                error.getKeyword(),
                ErrorMessages.message(error),
                location.startsWith(BASE) ? location.substring(BASE.length()) : location);
    }

    private static RegularExpression pattern(String regex) {
        EcmaPattern pattern = EcmaPattern.compile(regex);
        return pattern::occursIn;
    }
}
