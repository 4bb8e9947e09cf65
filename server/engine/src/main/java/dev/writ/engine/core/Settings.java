package dev.writ.engine.core;

import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.validate.UnknownQueryParameters;
import dev.writ.engine.validate.json.JsonLimits;
import java.util.HashMap;
import java.util.Map;

/**
 * What an application may choose about the engine.
 *
 * @param maxBodySize in bytes
 * @param responseChecks for operations that {@code operationResponseChecks} does not name
 * @param operationResponseChecks by operationId
 */
public record Settings(
        int maxBodySize,
        JsonLimits jsonLimits,
        SchemaOptions schemaOptions,
        UnknownQueryParameters unknownQueryParameters,
        ResponseChecks responseChecks,
        Map<String, ResponseChecks> operationResponseChecks,
        Unimplemented unimplemented,
        StreamSettings streams) {

    public static final Settings DEFAULT = new Settings(
            1024 * 1024,
            JsonLimits.DEFAULT,
            SchemaOptions.DEFAULT,
            UnknownQueryParameters.IGNORE,
            ResponseChecks.REPORT,
            Map.of(),
            Unimplemented.REFUSE_TO_START,
            StreamSettings.DEFAULT);

    public Settings {
        operationResponseChecks = Map.copyOf(operationResponseChecks);
    }

    /** What is done about answers of that operation which are not what the contract declares. */
    public ResponseChecks responseChecks(String operationId) {
        return operationResponseChecks.getOrDefault(operationId, responseChecks);
    }

    public Settings withMaxBodySize(int bytes) {
        return new Settings(
                bytes,
                jsonLimits,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                streams);
    }

    public Settings withJsonLimits(JsonLimits choice) {
        return new Settings(
                maxBodySize,
                choice,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                streams);
    }

    public Settings withSchemaOptions(SchemaOptions choice) {
        return new Settings(
                maxBodySize,
                jsonLimits,
                choice,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                streams);
    }

    public Settings withUnknownQueryParameters(UnknownQueryParameters choice) {
        return new Settings(
                maxBodySize,
                jsonLimits,
                schemaOptions,
                choice,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                streams);
    }

    public Settings withResponseChecks(ResponseChecks choice) {
        return new Settings(
                maxBodySize,
                jsonLimits,
                schemaOptions,
                unknownQueryParameters,
                choice,
                operationResponseChecks,
                unimplemented,
                streams);
    }

    /** For one operation, whatever holds for the others. */
    public Settings withResponseChecks(String operationId, ResponseChecks choice) {
        Map<String, ResponseChecks> more = new HashMap<>(operationResponseChecks);
        more.put(operationId, choice);
        return new Settings(
                maxBodySize,
                jsonLimits,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                more,
                unimplemented,
                streams);
    }

    public Settings withUnimplemented(Unimplemented choice) {
        return new Settings(
                maxBodySize,
                jsonLimits,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                choice,
                streams);
    }

    public Settings withStreams(StreamSettings choice) {
        return new Settings(
                maxBodySize,
                jsonLimits,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                choice);
    }
}
