package dev.writ.engine.validate;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Violations;

/** Answers whose content is a sequence, but there as a whole. */
final class WholeSequence {
    private WholeSequence() {}

    /** The response to send, as {@link CheckedResponse} has it. */
    static Response check(Response response, ItemChecker checker, Violations violations) {
        byte[] visible =
                new SequenceCheck(checker).visible(response.content().bytes(), found -> found.forEach(violations::add));
        return checker.redacts() ? response.withContent(Content.of(visible)) : response;
    }
}
