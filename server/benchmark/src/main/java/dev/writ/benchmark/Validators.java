package dev.writ.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.writ.engine.model.Contract;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import dev.writ.engine.validate.json.JsonLimits;
import dev.writ.engine.validate.json.JsonReader;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.util.function.Function;

/**
 * The validators that are compared, each with formats asserted and all errors told.
 *
 * @param <T> what it validates
 * @param parse from bytes
 * @param errors how many errors, and at least one, where there are any
 */
record Validators<T>(Function<byte[], T> parse, Function<T, Integer> errors) {

    static Validators<JsonNode> writ(Contract contract, String operationId) {
        SchemaChecker checker = CompiledSchemas.of(contract, SchemaOptions.DEFAULT)
                .compile(Orders.schema(contract, operationId), Direction.REQUEST);
        JsonReader reader = new JsonReader(JsonLimits.DEFAULT);
        return new Validators<>(
                bytes -> strictTree(reader, bytes),
                value -> checker.check(value).errors().size());
    }

    private static JsonNode strictTree(JsonReader reader, byte[] bytes) {
        return reader.read(bytes).fold(Function.identity(), errors -> {
            throw new IllegalArgumentException(errors.toString());
        });
    }

    static Validators<JsonNode> networknt(String schema) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
        Schema compiled = registry.getSchema(schema);
        compiled.initializeValidators();
        return new Validators<>(
                Validators::tree, value -> compiled.validate(value).size());
    }

    static Validators<Object> vertx(String schema) {
        Validator validator = Validator.create(
                JsonSchema.of(new JsonObject(schema)),
                new JsonSchemaOptions()
                        .setBaseUri("https://example.org")
                        .setDraft(Draft.DRAFT202012)
                        .setOutputFormat(OutputFormat.Basic));
        return new Validators<>(
                bytes -> Json.decodeValue(Buffer.buffer(bytes)), value -> errors(validator.validate(value)));
    }

    private static int errors(OutputUnit output) {
        return output.getValid() ? 0 : Math.max(1, output.getErrors().size());
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return Mapper.READER.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static final class Mapper {
        static final ObjectMapper READER = new ObjectMapper();
    }
}
