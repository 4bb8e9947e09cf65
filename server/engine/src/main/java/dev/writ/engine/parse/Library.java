package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Documents;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SourceLocation;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
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
    private final Map<URI, Document> named = new HashMap<>();
    private final BesideRetriever beside;
    private Optional<Document> first = Optional.empty();
    private URI directory = URI.create("contract:/");
    private URI base = directory;
    private long bytes;

    Library(List<Retriever> retrievers, Report report) {
        this(retrievers, List.of(), report);
    }

    /** @param network those that are asked last */
    Library(List<Retriever> local, List<Retriever> network, Report report) {
        this.beside = new BesideRetriever(local);
        List<Retriever> all = new ArrayList<>(local);
        all.add(beside);
        all.addAll(network);
        this.retrievers = List.copyOf(all);
        this.report = report;
    }

    /** The document that a contract begins with. */
    synchronized Optional<Document> begin(URI uri, String name, Optional<String> text) {
        report.file(name);
        directory = uri.resolve(".");
        Entry entry = text.map(given -> entry(DocumentReader.read(uri, name, given, report)))
                .orElseGet(() -> retrieve(uri, name));
        first = entry.document;
        entries.put(uri, entry);
        if (!entry.problem.isEmpty()) {
            report.fault(new SourceLocation(name, 1, 1, ""), entry.problem);
        }
        base = entry.document.map(Document::uri).orElse(uri).resolve(".");
        return entry.document;
    }

    /** A document to which others may refer by the name that it gives itself. */
    synchronized void add(URI uri, String name) {
        Entry entry = entries.computeIfAbsent(uri, absent -> retrieve(uri, name));
        if (!entry.problem.isEmpty()) {
            report.fault(new SourceLocation(name, 1, 1, ""), entry.problem);
        }
    }

    private Entry entry(Optional<Document> read) {
        Optional<String> strange = read.flatMap(this::strange);
        if (strange.isPresent()) {
            return new Entry(Optional.empty(), strange.get());
        }
        Optional<Document> document = read.map(found -> SelfReader.identified(found, report));
        document.ifPresent(found -> {
            Document other = named.putIfAbsent(found.uri(), found);
            if (other != null) {
                report.fault(
                        new Place(found, "").child("$self"),
                        "'" + found.uri() + "' is the name of " + other.name() + " already");
            }
            beside.add(found);
        });
        return new Entry(document, "");
    }

    /** Why a document is none of the contract: what one family calls a parameter or a schema, the other does not. */
    private Optional<String> strange(Document document) {
        Optional<String> own = first.flatMap(Library::family);
        Optional<String> other = family(document);
        boolean differ = own.isPresent()
                && other.isPresent()
                && own.get().startsWith("S") != other.get().startsWith("S");
        return differ
                ? Optional.of(document.name() + " is of " + other.get() + " and the contract of " + own.get()
                        + ": documents of the two do not refer to one another")
                : Optional.empty();
    }

    /** As what a document declares itself; empty if it is a part that may be of any. */
    private static Optional<String> family(Document document) {
        JsonNode root = document.root();
        return root.has("swagger")
                ? Optional.of("Swagger " + root.path("swagger").asText())
                : root.has("openapi")
                        ? Optional.of("OpenAPI " + root.path("openapi").asText())
                        : Optional.empty();
    }

    @Override
    public Optional<Document> find(URI uri) {
        return find(uri, problem -> {});
    }

    /** Empty if there is none; {@code complain} is told why, unless the document has faults, which tell it themselves. */
    synchronized Optional<Document> find(URI uri, Consumer<String> complain) {
        Document known = named.get(SelfReader.normal(uri));
        if (known != null) {
            return Optional.of(known);
        }
        Entry entry = entries.get(uri);
        if (entry == null) {
            String relative = base.relativize(directory.relativize(uri)).toString();
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
        return entry(DocumentReader.read(uri, name, content, report));
    }

    private record Entry(Optional<Document> document, String problem) {}
}
