package dev.writ.engine.validate;

import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Violation;
import java.util.List;

/**
 * What the contract says of a response.
 *
 * @param response the one to send if there are no violations: without what its schema lets nobody see
 */
public record CheckedResponse(Response response, List<Violation> violations) {}
