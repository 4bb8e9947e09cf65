package dev.writ.engine.validate.form;

import dev.writ.engine.http.BrokenPartException;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.MultipartException;
import dev.writ.engine.http.MultipartReader;
import dev.writ.engine.http.Spool;
import dev.writ.engine.http.TooLargeException;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.validate.parameter.FormConverter;
import dev.writ.engine.validate.parameter.FormValues;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads multipart bodies into the value that their schema describes, part by part: fields into memory, files into spools.
 * Thread-safe.
 */
public final class MultipartForm {
    private static final int MAX_HEADER_BYTES = 8 * 1024;

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
     * @throws TooLargeException beyond the limits
     * @throws IOException if the body does not arrive, or cannot be kept
     */
    public Evaluation read(InputStream body, MediaType type, Consumer<Spool> keep) throws IOException {
        FormValues values = FormValues.ofParts();
        PartReader reader = new PartReader(converter, limits, type.subtype().equals("form-data"), values, keep);
        try {
            String boundary = type.parameter("boundary")
                    .orElseThrow(() -> new MultipartException("Content-Type has no boundary"));
            MultipartReader parts = new MultipartReader(body, boundary, MAX_HEADER_BYTES);
            int count = 0;
            for (Optional<Headers> head = parts.next(); head.isPresent(); head = parts.next()) {
                if (count == limits.parts()) {
                    throw new MultipartException("there are more than " + count + " parts");
                }
                reader.read(count++, head.get(), parts.content());
            }
        } catch (MultipartException | BrokenPartException e) {
            return new Evaluation.Invalid(
                    List.of(new SchemaError("", "multipart", String.valueOf(e.getMessage()), "")));
        }
        return converter.convert(values);
    }
}
