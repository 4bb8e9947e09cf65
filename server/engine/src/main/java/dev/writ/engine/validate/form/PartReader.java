package dev.writ.engine.validate.form;

import dev.writ.engine.http.BrokenPartException;
import dev.writ.engine.http.Charsets;
import dev.writ.engine.http.Disposition;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.MultipartException;
import dev.writ.engine.http.MultipartReader;
import dev.writ.engine.http.Spool;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.schema.Octets;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.validate.parameter.FormField;
import dev.writ.engine.validate.parameter.FormLayout;
import dev.writ.engine.validate.parameter.FormValues;
import dev.writ.engine.validate.parameter.PartKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the parts of one body, or of one part. Not thread-safe. */
final class PartReader {
    private static final int MAX_HEADER_BYTES = 8 * 1024;

    private final FormLayout layout;
    private final PartBudget budget;
    private final FormValues values;
    private final MediaType type;
    /** Of the part that is being read, once it is known. */
    private Optional<String> current = Optional.empty();

    private int index;

    /** {@code values} is given what the parts say. */
    PartReader(FormLayout layout, PartBudget budget, FormValues values, MediaType type) {
        this.layout = layout;
        this.budget = budget;
        this.values = values;
        this.type = type;
    }

    /** False if the body is not what it is said to be; its values are then told that, and may lack parts. */
    boolean readAll(InputStream body) throws IOException {
        try {
            String boundary = type.parameter("boundary")
                    .orElseThrow(() -> new MultipartException("Content-Type has no boundary"));
            MultipartReader parts = new MultipartReader(body, boundary, MAX_HEADER_BYTES);
            for (Optional<Headers> head = parts.next(); head.isPresent(); head = next(parts)) {
                budget.count();
                read(head.get(), parts.content());
            }
            return true;
        } catch (MultipartException | BrokenPartException e) {
            framing(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private Optional<Headers> next(MultipartReader parts) throws IOException, MultipartException {
        // What is left of a part belongs to it.
        parts.skip();
        current = Optional.empty();
        index++;
        return parts.next();
    }

    /** With the name of the part, or else its number if it is not the first. */
    private void framing(String message) {
        current.ifPresentOrElse(
                name -> error(name, "multipart", message),
                () -> values.error(new SchemaError(
                        "", "multipart", index == 0 ? message : "part " + (index + 1) + ": " + message, "")));
    }

    private void read(Headers head, InputStream content) throws IOException, MultipartException {
        Optional<Disposition> disposition = head.combined("Content-Disposition").flatMap(Disposition::parse);
        // RFC 7578, section 4.2
        boolean named = type.subtype().equals("form-data");
        current = layout.isPositional()
                ? Optional.of(Integer.toString(index))
                : disposition
                        .filter(given -> !named || given.type().equals("form-data"))
                        .flatMap(Disposition::name);
        if (current.isEmpty()) {
            values.error(new SchemaError(
                    "",
                    "multipart",
                    "part " + (index + 1) + ": Content-Disposition must be form-data with a name",
                    ""));
            return;
        }
        String name = current.get();
        Optional<String> field = head.combined("Content-Type");
        Optional<MediaType> own = field.flatMap(MediaType::parse).filter(given -> !given.isRange());
        if (field.isPresent() && own.isEmpty()) {
            error(name, "contentType", "Content-Type is no media type");
            return;
        }
        FormField declared = layout.field(name);
        declared.check(name, head, own).forEach(values::error);
        read(name, declared, own, disposition.flatMap(Disposition::fileName), content);
    }

    private void read(
            String name, FormField declared, Optional<MediaType> own, Optional<String> file, InputStream content)
            throws IOException, MultipartException {
        PartKind kind = declared.kind(own, file.isPresent());
        switch (kind) {
            case TEXT -> text(name, own.flatMap(given -> given.parameter("charset")), budget.inMemory(content));
            case JSON -> layout.json(values, name, budget.inMemory(content));
            case PARTS -> parts(name, declared, own.orElseThrow(), content);
            case OCTETS, OPAQUE -> {
                Spool spool = budget.spooled(content);
                ReceivedFile received = ReceivedFile.of(file, own.map(MediaType::toString), spool);
                values.value(
                        name,
                        kind == PartKind.OCTETS
                                ? Octets.of(received, spool.size())
                                : Octets.opaque(received, spool.size()));
            }
        }
    }

    private void parts(String name, FormField declared, MediaType own, InputStream content) throws IOException {
        FormLayout inner = declared.parts().orElseThrow();
        FormValues found = values.within(name, declared);
        if (new PartReader(inner, budget, found, own).readAll(budget.bounded(content))) {
            values.parts(name, inner, found);
        } else {
            values.unreadable(name);
        }
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
