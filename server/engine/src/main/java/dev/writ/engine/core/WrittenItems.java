package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.validate.SequenceCheck;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * {@link Stage#CHECK_RESPONSE} of an answer that is a sequence of items, while somebody else writes it: each is judged before
 * it is sent, and enforcing ends the answer at the first that the contract does not allow. Used by one thread at a time.
 */
public final class WrittenItems {
    private static final Logger LOG = LoggerFactory.getLogger(WrittenItems.class);

    private final Request request;
    private final SequenceCheck check;
    private final ResponseChecks mode;
    private final Consumer<List<Violation>> found;

    WrittenItems(Request request, SequenceCheck check, ResponseChecks mode, Consumer<List<Violation>> found) {
        this.request = request;
        this.check = check;
        this.mode = mode;
        this.found = found;
    }

    /** How many of these bytes belong to items that are whole once they are written; -1 if that cannot be told of any. */
    public int endOfItems(byte[] written, int offset, int length) {
        return check.endOfItems(written, offset, length);
    }

    /**
     * What may be sent of items.
     *
     * @param items as they are written, none of them cut
     * @throws RuntimeException if the answer has to end here; the log has why
     */
    public byte[] checked(byte[] items) {
        MDC.put(Passage.REQUEST_ID, request.id());
        try {
            return check.visible(items, this::tell);
        } finally {
            MDC.remove(Passage.REQUEST_ID);
        }
    }

    private void tell(List<Violation> violations) {
        if (mode == ResponseChecks.OFF) {
            return;
        }
        found.accept(violations);
        if (mode == ResponseChecks.ENFORCE) {
            throw new BrokenOffException(Failures.undeclared(request, violations));
        }
        LOG.warn(
                "{} {} was answered outside the contract: {}",
                LogText.of(request.method()),
                LogText.of(request.path()),
                violations);
    }
}
