package dev.writ.engine.parse;

import dev.writ.engine.model.Document;
import dev.writ.engine.model.Documents;
import dev.writ.engine.model.SourceLocation;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The documents of one contract, each retrieved and read once. Thread-safe. */
final class Library implements Documents {
    private static final Set<String> NETWORK = Set.of("http", "https");

    private final List<Retriever> retrievers;
    private final Report report;
    private final Map<URI, Entry> entries = new HashMap<>();
    private URI directory = URI.create("contract:/");
    private long bytes;

    Library(List<Retriever> retrievers, Report report) {
        this.retrievers = List.copyOf(retrievers);
        this.report = report;
    }

    /** The document that a contract begins with. */
    synchronized Optional<Document> begin(URI uri, String name, Optional<String> text) {
        report.file(name);
        directory = uri.resolve(".");
        Entry entry = text.map(given -> new Entry(DocumentReader.read(uri, name, given, report), ""))
                .orElseGet(() -> retrieve(uri, name));
        entries.put(uri, entry);
        if (!entry.problem.isEmpty()) {
            report.fault(new SourceLocation(name, 1, 1, ""), entry.problem);
        }
        return entry.document;
    }

    @Override
    public Optional<Document> find(URI uri) {
        return find(uri, problem -> {});
    }

    /** Empty if there is none; {@code complain} is told why, unless the document has faults, which tell it themselves. */
    synchronized Optional<Document> find(URI uri, Consumer<String> complain) {
        Entry entry = entries.get(uri);
        if (entry == null) {
            String relative = directory.relativize(uri).toString();
            String name = relative.isEmpty() ? uri.toString() : relative;
            entry = entries.size() >= Limits.DOCUMENTS
                    ? new Entry(Optional.empty(), "more than " + Limits.DOCUMENTS + " documents")
                    : retrieve(uri, name);
            entries.put(uri, entry);
        }
        if (!entry.problem.isEmpty()) {
            complain.accept(entry.problem);
        }
        return entry.document;
    }

    /** What the network says must not lead to what is on this machine. */
    static boolean mayRefer(URI from, URI to) {
        return !NETWORK.contains(String.valueOf(from.getScheme())) || NETWORK.contains(String.valueOf(to.getScheme()));
    }

    private Entry retrieve(URI uri, String name) {
        if ("file".equals(uri.getScheme()) && !"file".equals(directory.getScheme())) {
            return new Entry(Optional.empty(), "files are read for contracts that are files themselves");
        }
        try {
            for (Retriever retriever : retrievers) {
                Optional<byte[]> found = retriever.retrieve(uri);
                if (found.isPresent()) {
                    return read(uri, name, found.get());
                }
            }
            return new Entry(Optional.empty(), "there is no document at " + uri);
        } catch (IOException | IllegalArgumentException e) {
            return new Entry(Optional.empty(), name + " cannot be read: " + e.getMessage());
        }
    }

    private Entry read(URI uri, String name, byte[] content) {
        bytes += content.length;
        if (bytes > Limits.TOTAL_BYTES) {
            return new Entry(Optional.empty(), "the documents are larger than " + Limits.TOTAL_BYTES + " bytes");
        }
        report.file(name);
        return new Entry(DocumentReader.read(uri, name, content, report), "");
    }

    private record Entry(Optional<Document> document, String problem) {}
}
