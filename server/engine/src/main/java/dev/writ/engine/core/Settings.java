package dev.writ.engine.core;

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
 * @param maxBodySize of content that is read into memory as a whole, in bytes
 * @param uploads bounds of content that is not: multipart, and octets
 * @param responseChecks for operations that {@code operationResponseChecks} does not name
 * @param operationResponseChecks by operationId
 * @param compression which content may be coded
 */
public record Settings(
        int maxBodySize,
        UploadLimits uploads,
        JsonLimits jsonLimits,
        SchemaOptions schemaOptions,
        UnknownQueryParameters unknownQueryParameters,
        ResponseChecks responseChecks,
        Map<String, ResponseChecks> operationResponseChecks,
        Unimplemented unimplemented,
        Compression compression) {

    public static final Settings DEFAULT = new Settings(
            1024 * 1024,
            UploadLimits.DEFAULT,
            JsonLimits.DEFAULT,
            SchemaOptions.DEFAULT,
            UnknownQueryParameters.IGNORE,
            ResponseChecks.REPORT,
            Map.of(),
            Unimplemented.REFUSE_TO_START,
            Compression.DEFAULT);

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
                uploads,
                jsonLimits,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                compression);
    }

    public Settings withUploads(UploadLimits choice) {
        return new Settings(
                maxBodySize,
                choice,
                jsonLimits,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                compression);
    }

    BodyLimits bodyLimits() {
        return new BodyLimits(maxBodySize, jsonLimits, uploads);
    }

    public Settings withJsonLimits(JsonLimits choice) {
        return new Settings(
                maxBodySize,
                uploads,
                choice,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                compression);
    }

    public Settings withSchemaOptions(SchemaOptions choice) {
        return new Settings(
                maxBodySize,
                uploads,
                jsonLimits,
                choice,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                compression);
    }

    public Settings withUnknownQueryParameters(UnknownQueryParameters choice) {
        return new Settings(
                maxBodySize,
                uploads,
                jsonLimits,
                schemaOptions,
                choice,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                compression);
    }

    public Settings withResponseChecks(ResponseChecks choice) {
        return new Settings(
                maxBodySize,
                uploads,
                jsonLimits,
                schemaOptions,
                unknownQueryParameters,
                choice,
                operationResponseChecks,
                unimplemented,
                compression);
    }

    /** For one operation, whatever holds for the others. */
    public Settings withResponseChecks(String operationId, ResponseChecks choice) {
        Map<String, ResponseChecks> more = new HashMap<>(operationResponseChecks);
        more.put(operationId, choice);
        return new Settings(
                maxBodySize,
                uploads,
                jsonLimits,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                more,
                unimplemented,
                compression);
    }

    public Settings withUnimplemented(Unimplemented choice) {
        return new Settings(
                maxBodySize,
                uploads,
                jsonLimits,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                choice,
                compression);
    }

    public Settings withCompression(Compression choice) {
        return new Settings(
                maxBodySize,
                uploads,
                jsonLimits,
                schemaOptions,
                unknownQueryParameters,
                responseChecks,
                operationResponseChecks,
                unimplemented,
                choice);
    }
}
