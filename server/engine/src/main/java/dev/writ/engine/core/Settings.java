package dev.writ.engine.core;

import dev.writ.engine.validate.UnknownQueryParameters;
import dev.writ.engine.validate.json.JsonLimits;

/**
 * What an application may choose about the engine.
 *
 * @param maxBodySize in bytes
 */
public record Settings(
        int maxBodySize,
        JsonLimits jsonLimits,
        UnknownQueryParameters unknownQueryParameters,
        ResponseChecks responseChecks,
        Unimplemented unimplemented) {

    public static final Settings DEFAULT = new Settings(
            1024 * 1024,
            JsonLimits.DEFAULT,
            UnknownQueryParameters.IGNORE,
            ResponseChecks.REPORT,
            Unimplemented.REFUSE_TO_START);

    public Settings withMaxBodySize(int bytes) {
        return new Settings(bytes, jsonLimits, unknownQueryParameters, responseChecks, unimplemented);
    }

    public Settings withUnknownQueryParameters(UnknownQueryParameters choice) {
        return new Settings(maxBodySize, jsonLimits, choice, responseChecks, unimplemented);
    }

    public Settings withResponseChecks(ResponseChecks choice) {
        return new Settings(maxBodySize, jsonLimits, unknownQueryParameters, choice, unimplemented);
    }

    public Settings withUnimplemented(Unimplemented choice) {
        return new Settings(maxBodySize, jsonLimits, unknownQueryParameters, responseChecks, choice);
    }
}
