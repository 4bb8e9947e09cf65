package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.SourceLocation;
import java.lang.ref.SoftReference;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** From bytes to a document: UTF-8, then JSON or YAML. */
final class DocumentReader {
    private DocumentReader() {}

    /** Empty if there is nothing to go on with; why is in {@code report}. */
    static Optional<Document> read(URI uri, String name, byte[] bytes, Report report) {
        try {
            return read(
                    uri,
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    report);
        } catch (CharacterCodingException e) {
            report.fault(new SourceLocation(name, 1, 1, ""), "not UTF-8");
            return Optional.empty();
        }
    }

    /** Empty if there is nothing to go on with; why is in {@code report}. */
    static Optional<Document> read(URI uri, String name, String written, Report report) {
        String text = written.startsWith("\uFEFF") ? written.substring(1) : written;
        List<TextException> faults = new ArrayList<>();
        Optional<Document> document = Optional.empty();
        try {
            document = Optional.of(document(uri, name, text, faults));
        } catch (TextException e) {
            faults.add(e);
        }
        faults.forEach(fault ->
                report.fault(new SourceLocation(name, fault.line(), fault.column(), fault.pointer()), fault.reason()));
        return document;
    }

    private static Document document(URI uri, String name, String text, List<TextException> faults)
            throws TextException {
        if (text.length() > Limits.BYTES) {
            throw new TextException(1, 1, "", "larger than " + Limits.BYTES + " bytes");
        }
        if (text.stripLeading().startsWith("{")) {
            try {
                JsonNode root = JsonText.tree(text, faults);
                return new Document(uri, name, text, root, locator(name, text, t -> JsonPlaces.of(t)::find));
            } catch (TextException e) {
                if (name.endsWith(".json")) {
                    throw e;
                }
                faults.clear();
            }
        }
        JsonNode root = YamlText.tree(text, faults);
        return new Document(uri, name, text, root, locator(name, text, t -> YamlPlaces.of(t)::find));
    }

    /** Reads the text again when it is asked for the first time, and keeps what it finds while there is room. */
    private static Function<String, SourceLocation> locator(
            String name, String text, Function<String, Function<String, int[]>> places) {
        return new Function<>() {
            private SoftReference<Function<String, int[]>> known = new SoftReference<>(null);

            @Override
            public synchronized SourceLocation apply(String pointer) {
                Function<String, int[]> find = known.get();
                if (find == null) {
                    find = places.apply(text);
                    known = new SoftReference<>(find);
                }
                int[] at = find.apply(pointer);
                return new SourceLocation(name, at[0], at[1], pointer);
            }
        };
    }
}
