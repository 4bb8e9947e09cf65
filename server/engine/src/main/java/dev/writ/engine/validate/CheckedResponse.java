package dev.writ.engine.validate;

import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Violation;
import java.util.List;

/**
 * What the contract says of a response.
 *
 * @param response the one to send, if it may be sent: without what its schema lets nobody see
 */
public record CheckedResponse(Response response, List<Violation> violations) {}
