package dev.writ.engine.validate.form;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Spool;
import dev.writ.engine.http.TooLargeException;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.validate.parameter.FormConverter;
import dev.writ.engine.validate.parameter.FormValues;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads multipart bodies into the value that their schema describes, part by part: fields into memory, files into spools.
 * Thread-safe.
 */
public final class MultipartForm {
    private final FormConverter converter;
    private final UploadLimits limits;

    public MultipartForm(FormConverter converter, UploadLimits limits) {
        this.converter = converter;
        this.limits = limits;
    }

    /**
     * The value, whose files are {@code FilePart}s, or all that is wrong.
     *
     * @param keep is given each spool before it has anything, and has to close it
     * @param judging whether files are only counted: nobody will open one
     * @throws TooLargeException beyond the limits
     * @throws IOException if the body does not arrive, or cannot be kept
     */
    public Evaluation read(InputStream body, MediaType type, Consumer<Spool> keep, boolean judging) throws IOException {
        FormValues values = FormValues.ofParts();
        PartBudget budget = new PartBudget(limits, keep, judging);
        boolean whole = new PartReader(converter.layout(), budget, values, type).readAll(body);
        return whole ? converter.convert(values) : new Evaluation.Invalid(values.errors());
    }
}
