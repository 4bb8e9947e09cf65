package dev.writ.engine.core;

import dev.writ.engine.rate.RateLimits;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.validate.BodyLimits;
import dev.writ.engine.validate.UnknownQueryParameters;
import dev.writ.engine.validate.form.UploadLimits;
import dev.writ.engine.validate.json.JsonLimits;
import java.util.HashMap;
import java.util.Map;

/**
 * What an application may choose about the engine.
 *
 * @param bodies bounds of the content of requests
 * @param responseChecks for operations that {@code operationResponseChecks} does not name
 * @param operationResponseChecks by operationId
 */
public record Settings(
        BodyLimits bodies,
        SchemaOptions schemaOptions,
        UnknownQueryParameters unknownQueryParameters,
        ResponseChecks responseChecks,
        Map<String, ResponseChecks> operationResponseChecks,
        Unimplemented unimplemented,
        Compression compression,
        StreamSettings streams,
        RateLimits rateLimits) {

    public static final Settings DEFAULT = new Settings(
            BodyLimits.DEFAULT,
            SchemaOptions.DEFAULT,
            UnknownQueryParameters.IGNORE,
            ResponseChecks.REPORT,
            Map.of(),
            Unimplemented.REFUSE_TO_START,
            Compression.DEFAULT,
            StreamSettings.DEFAULT,
            RateLimits.NONE);

    public Settings {
        operationResponseChecks = Map.copyOf(operationResponseChecks);
    }

    /** What is done about answers of that operation which are not what the contract declares. */
    public ResponseChecks responseChecks(String operationId) {
        return operationResponseChecks.getOrDefault(operationId, responseChecks);
    }

    public Settings withBodies(BodyLimits choice) {
        return new Settings(
                choice,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                compression,
                streams,
                rateLimits);
    }

    /** Of content that is read into memory as a whole, in bytes. */
    public Settings withMaxBodySize(int bytes) {
        return withBodies(new BodyLimits(bytes, bodies.json(), bodies.uploads()));
    }

    public Settings withJsonLimits(JsonLimits choice) {
        return withBodies(new BodyLimits(bodies.size(), choice, bodies.uploads()));
    }

    /** Of content that is not read into memory as a whole: multipart, and octets. */
    public Settings withUploads(UploadLimits choice) {
        return withBodies(new BodyLimits(bodies.size(), bodies.json(), choice));
    }

    public Settings withSchemaOptions(SchemaOptions choice) {
        return new Settings(
                bodies,
                choice,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                compression,
                streams,
                rateLimits);
    }

    public Settings withUnknownQueryParameters(UnknownQueryParameters choice) {
        return new Settings(
                bodies,
                schemaOptions,
                choice,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                compression,
                streams,
                rateLimits);
    }

    public Settings withResponseChecks(ResponseChecks choice) {
        return new Settings(
                bodies,
                schemaOptions,
                unknownQueryParameters,
                choice,
                operationResponseChecks,
                unimplemented,
                compression,
                streams,
                rateLimits);
    }

    /** For one operation, whatever holds for the others. */
    public Settings withResponseChecks(String operationId, ResponseChecks choice) {
        Map<String, ResponseChecks> more = new HashMap<>(operationResponseChecks);
        more.put(operationId, choice);
        return new Settings(
                bodies,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                more,
                unimplemented,
                compression,
                streams,
                rateLimits);
    }

    public Settings withUnimplemented(Unimplemented choice) {
        return new Settings(
                bodies,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                choice,
                compression,
                streams,
                rateLimits);
    }

    public Settings withCompression(Compression choice) {
        return new Settings(
                bodies,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                choice,
                streams,
                rateLimits);
    }

    public Settings withStreams(StreamSettings choice) {
        return new Settings(
                bodies,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                compression,
                choice,
                rateLimits);
    }

    /** How often clients may ask for what; by default as often as they like. */
    public Settings withRateLimits(RateLimits choice) {
        return new Settings(
                bodies,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                compression,
                streams,
                choice);
    }
}
