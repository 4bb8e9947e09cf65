package dev.writ.engine.validate.form;

import dev.writ.engine.http.Charsets;
import dev.writ.engine.http.Disposition;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.LimitedStream;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.MultipartException;
import dev.writ.engine.http.Spool;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.schema.Octets;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.validate.parameter.FormConverter;
import dev.writ.engine.validate.parameter.FormField;
import dev.writ.engine.validate.parameter.FormValues;
import dev.writ.engine.validate.parameter.PartKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the parts of one body. Not thread-safe. */
final class PartReader {
    /** Files that are not larger stay in memory: each on disk takes a descriptor. */
    private static final int SMALL = 8 * 1024;

    private static final int MAX_ON_DISK = 128;

    private final FormConverter converter;
    private final UploadLimits limits;
    private final boolean named;
    private final FormValues values;
    private final Consumer<Spool> keep;
    /** What fields that are no files may still take in memory. */
    private int fields;
    /** What files may still take there before they go to disk. */
    private int memory;

    private int onDisk;

    /** {@code named} says that every part has to have a name (RFC 7578, section 4.2). */
    PartReader(FormConverter converter, UploadLimits limits, boolean named, FormValues values, Consumer<Spool> keep) {
        this.converter = converter;
        this.limits = limits;
        this.named = named;
        this.values = values;
        this.keep = keep;
        this.fields = limits.memory();
        this.memory = limits.memory();
    }

    void read(int index, Headers head, InputStream content) throws IOException, MultipartException {
        Optional<Disposition> disposition = head.combined("Content-Disposition").flatMap(Disposition::parse);
        Optional<String> name = converter.isPositional()
                ? Optional.of(Integer.toString(index))
                : disposition
                        .filter(given -> !named || given.type().equals("form-data"))
                        .flatMap(Disposition::name);
        if (name.isEmpty()) {
            values.error(new SchemaError(
                    "",
                    "multipart",
                    "part " + (index + 1) + ": Content-Disposition must be form-data with a name",
                    ""));
            return;
        }
        Optional<String> field = head.combined("Content-Type");
        Optional<MediaType> type = field.flatMap(MediaType::parse).filter(given -> !given.isRange());
        if (field.isPresent() && type.isEmpty()) {
            error(name.get(), "contentType", "Content-Type is no media type");
            return;
        }
        if (head.combined("Content-Transfer-Encoding")
                .filter(PartReader::isEncoded)
                .isPresent()) {
            error(name.get(), "encoding", "Content-Transfer-Encoding must be binary (RFC 7578, section 4.7)");
            return;
        }
        FormField declared = converter.field(name.get());
        declared.check(head, type).forEach(values::error);
        Optional<String> file = disposition.flatMap(Disposition::fileName);
        read(name.get(), declared.kind(type, file.isPresent()), type, file, content);
    }

    private static boolean isEncoded(String coding) {
        return !coding.matches("(?i)7bit|8bit|binary");
    }

    private void read(String name, PartKind kind, Optional<MediaType> type, Optional<String> file, InputStream content)
            throws IOException, MultipartException {
        switch (kind) {
            case TEXT -> text(name, type.flatMap(given -> given.parameter("charset")), inMemory(content));
            case JSON ->
                converter
                        .json(name, inMemory(content))
                        .<Runnable>fold(
                                value -> () -> values.value(name, value), errors -> () -> errors.forEach(values::error))
                        .run();
            case OCTETS, OPAQUE -> {
                Spool spool = new Spool(Math.max(memory, SMALL), limits.directory());
                keep.accept(spool);
                new LimitedStream(content, limits.partSize()).transferTo(spool);
                memory = Math.max(0, memory - (int) spool.inMemory());
                if (spool.size() > spool.inMemory() && ++onDisk > MAX_ON_DISK) {
                    throw new MultipartException("there are more than " + MAX_ON_DISK + " large files");
                }
                ReceivedFile received = ReceivedFile.of(file, type.map(MediaType::toString), spool);
                values.value(
                        name,
                        kind == PartKind.OCTETS
                                ? Octets.of(received, spool.size())
                                : Octets.opaque(received, spool.size()));
            }
        }
    }

    private byte[] inMemory(InputStream content) throws IOException {
        byte[] bytes = new LimitedStream(content, Math.min(fields, limits.partSize())).readAllBytes();
        fields -= bytes.length;
        return bytes;
    }

    private void text(String name, Optional<String> charset, byte[] bytes) {
        Charsets.named(charset.orElse("utf-8"))
                .flatMap(known -> Charsets.decode(bytes, known))
                .ifPresentOrElse(
                        text -> values.text(name, text),
                        () -> error(name, "encoding", "the text is not " + charset.orElse("UTF-8")));
    }

    private void error(String name, String keyword, String message) {
        values.error(new SchemaError(Pointers.append("", name), keyword, name + ": " + message, ""));
    }
}
