package dev.writ.engine.parse;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Findings;
import dev.writ.engine.model.SourceLocation;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Loads contracts, with a choice of where documents may come from. {@code $ref} leads to files next to a file, to resources
 * of the class path next to a resource, and to the network only where a host is allowed. Not thread-safe; the contracts are.
 */
public final class ContractLoader {
    private final List<Retriever> retrievers = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();
    private final Set<String> hosts = new HashSet<>();
    private Duration longest = Duration.ofSeconds(10);
    private boolean strict;

    /** Lets documents be retrieved from a host, by http and https; with its port, such as {@code example.org:8443}, if it is not the usual one. */
    public ContractLoader allowHost(String host) {
        hosts.add(host.toLowerCase(Locale.ROOT));
        return this;
    }

    /** The longest that a document of the network may take, by default ten seconds. */
    public ContractLoader timeout(Duration time) {
        longest = time;
        return this;
    }

    /** Asked for each document before the usual ways are tried. */
    public ContractLoader retriever(Retriever retriever) {
        retrievers.add(retriever);
        return this;
    }

    /**
     * A resource of the class path or a file to which others may refer by the name that it gives itself, its {@code $self}
     * (OpenAPI 3.2, section 4.1.1), wherever it is.
     */
    public ContractLoader document(String name) {
        documents.add(name);
        return this;
    }

    /** Makes warnings stop the loading as faults do. */
    public ContractLoader strict() {
        strict = true;
        return this;
    }

    /**
     * Loads a resource of the class path or, where there is none of that name, a file; or what is at an allowed
     * {@code http} or {@code https} URL.
     *
     * @throws ContractException listing every fault
     */
    public Contract read(String name) {
        URI uri;
        String called;
        try {
            boolean network = name.matches("(?i)https?://.*");
            uri = network ? new URI(name) : LocalRetriever.locate(name);
            called = network ? name : called(name);
        } catch (URISyntaxException | InvalidPathException e) {
            throw new ContractException(List.of(Fault.inCode("'" + name + "' is the name of no document")));
        }
        return load(uri, called, Optional.empty());
    }

    private static String called(String name) {
        return String.valueOf(Path.of(name).getFileName());
    }

    /**
     * Loads a document that is already in memory. Relative references need a {@link #retriever}: they lead to
     * {@code contract:/...}.
     *
     * @param file what faults call it
     * @throws ContractException listing every fault
     */
    public Contract parse(String file, String text) {
        try {
            return parse(new URI("contract", null, "/" + file, null), file, text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    /**
     * Loads a document that is already in memory.
     *
     * @param uri where it is, so that relative references lead somewhere
     * @param file what faults call it
     * @throws ContractException listing every fault
     */
    public Contract parse(URI uri, String file, String text) {
        return load(uri, file, Optional.of(text));
    }

    private Contract load(URI uri, String name, Optional<String> text) {
        List<Retriever> local = new ArrayList<>(retrievers);
        local.add(new LocalRetriever());
        Report report = new Report();
        Library library = new Library(local, List.of(new HttpRetriever(hosts, longest)), report);
        Optional<Document> document = library.begin(uri, name, text);
        documents.forEach(other -> library.add(LocalRetriever.locate(other), called(other)));
        Optional<Contract> contract = document.flatMap(root -> contract(root, library, report));
        Findings findings = report.findings(strict);
        if (!findings.faults().isEmpty()) {
            throw new ContractException(findings.faults());
        }
        return contract.orElseThrow().withWarnings(findings.warnings());
    }

    private static Optional<Contract> contract(Document root, Library library, Report report) {
        try {
            return ContractReader.contract(root, library, report);
        } catch (StackOverflowError e) {
            report.fault(
                    new SourceLocation(root.name(), 1, 1, ""),
                    "what it describes is nested, or refers to one another, too deeply to be read");
            return Optional.empty();
        }
    }
}
