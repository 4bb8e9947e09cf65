package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.model.ContractException;
import java.util.List;

/**
 * Several contracts in one application, each with its own settings, handlers and authenticators. A request is for the
 * contract that has its path and method; where more than one has, the more literal path wins, as within one contract.
 * {@code Allow} has the methods of all that have the path. Thread-safe.
 */
public final class Engines implements Application {
    private final MatchStage match;

    /**
     * The order matters to the documents (see {@link dev.writ.engine.docs.ServedDocuments}) and to requests that are for none of
     * them: their errors are written as those of the first.
     *
     * @throws ContractException if the same method and path is in two of them
     */
    public Engines(List<Engine> engines) {
        this.match = new MatchStage(engines.stream().map(Engine::stages).toList());
    }

    @Override
    public Exchange begin(Request request) {
        return new Passage(match, request);
    }
}
