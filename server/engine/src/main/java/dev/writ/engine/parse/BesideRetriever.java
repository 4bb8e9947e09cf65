package dev.writ.engine.parse;

import dev.writ.engine.model.Document;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Documents beside one that has given itself a name: where that is {@code https://example.org/api/a} and the file is
 * {@code a.yaml}, {@code https://example.org/api/b.yaml} is the file {@code b.yaml}. So a description that names itself by
 * where it is published is read from wherever it lies (OpenAPI 3.2, section 4.1.2.2). Documents of the network have theirs
 * where they say.
 */
final class BesideRetriever implements Retriever {
    private final List<Retriever> local;
    private final List<Document> named = new ArrayList<>();

    /** @param local those that are asked for what lies beside */
    BesideRetriever(List<Retriever> local) {
        this.local = List.copyOf(local);
    }

    void add(Document document) {
        if (!document.uri().equals(document.retrieved())) {
            named.add(document);
        }
    }

    @Override
    public Optional<byte[]> retrieve(URI uri) throws IOException {
        for (Document document : named) {
            Optional<URI> place = place(uri, document);
            if (place.isPresent()) {
                Optional<byte[]> found = retrieveLocally(place.get());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> retrieveLocally(URI place) throws IOException {
        for (Retriever retriever : local) {
            try {
                Optional<byte[]> found = retriever.retrieve(place);
                if (found.isPresent()) {
                    return found;
                }
            } catch (FileNotFoundException e) {
                // It is for others to get.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Where a URI leads if it is taken as relative to where the document lies; empty if it has nothing to do with it. */
    private static Optional<URI> place(URI uri, Document document) {
        URI self = document.uri();
        boolean near = !uri.isOpaque()
                && !self.isOpaque()
                && Objects.equals(uri.getScheme(), self.getScheme())
                && Objects.equals(uri.getRawAuthority(), self.getRawAuthority())
                && uri.getRawQuery() == null;
        if (!near || document.retrieved().isOpaque()) {
            return Optional.empty();
        }
        String[] from = self.getRawPath().split("/", -1);
        String[] to = uri.getRawPath().split("/", -1);
        int common = 0;
        while (common < from.length - 1 && common < to.length - 1 && from[common].equals(to[common])) {
            common++;
        }
        String relative = "../".repeat(from.length - 1 - common)
                + String.join("/", List.of(to).subList(common, to.length));
        return relative.isEmpty()
                ? Optional.empty()
                : Optional.of(document.retrieved().resolve("./" + relative).normalize());
    }
}
