package dev.writ.engine.validate;

import dev.writ.engine.validate.form.UploadLimits;
import dev.writ.engine.validate.json.JsonLimits;

/**
 * Bounds of the content of requests.
 *
 * @param size of content that is read into memory as a whole, in bytes
 */
public record BodyLimits(int size, JsonLimits json, UploadLimits uploads) {
    public static final BodyLimits DEFAULT = new BodyLimits(1024 * 1024, JsonLimits.DEFAULT, UploadLimits.DEFAULT);
}
