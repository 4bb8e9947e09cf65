package dev.writ.engine.spi;

import dev.writ.engine.http.Accept;
import dev.writ.engine.http.Content;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Problem;
import java.util.Optional;

/**
 * Writes the content of errors, for contracts that declare a form of their own; without one it is
 * {@code application/problem+json}. Status and header fields are those of the problem. Called by many threads at once; where
 * it fails, the client gets the problem as RFC 9457 has it.
 */
@FunctionalInterface
public interface ErrorRenderer {
    /**
     * Writes one error.
     *
     * @param operation empty if the request matched none
     * @param accept what the client takes; an error may be in another media type
     */
    Rendered render(Problem problem, Optional<Operation> operation, Accept accept);

    /**
     * The content of an answer.
     *
     * @param contentType with its parameters
     */
    record Rendered(String contentType, Content content) {}
}
