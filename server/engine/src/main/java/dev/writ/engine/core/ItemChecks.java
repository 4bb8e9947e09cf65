package dev.writ.engine.core;

import dev.writ.engine.http.Item;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.validate.CheckedItem;
import dev.writ.engine.validate.ItemChecker;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * {@link Stage#CHECK_RESPONSE} of content that comes item by item: what is wrong with one can only be told when the answer
 * has begun, so enforcing ends the answer there, without the end that it should have.
 */
final class ItemChecks {
    private static final Logger LOG = LoggerFactory.getLogger(ItemChecks.class);

    private ItemChecks() {}

    /**
     * The response whose items are checked as they pass.
     *
     * @param found is told what is wrong, whatever becomes of it
     */
    static Response checked(
            Response response,
            Request request,
            ItemChecker checker,
            ResponseChecks mode,
            Consumer<List<Violation>> found) {
        return response.content()
                .items()
                .map(items -> response.withContent(response.content()
                        .withItems(items.map(
                                mode == ResponseChecks.OFF
                                        ? checker::redacted
                                        : new Check(request, checker, mode, found)))))
                .orElse(response);
    }

    /** Of one response; used by one thread at a time. */
    private static final class Check implements UnaryOperator<Item> {
        private final Request request;
        private final ItemChecker checker;
        private final ResponseChecks mode;
        private final Consumer<List<Violation>> found;
        private long index;

        Check(Request request, ItemChecker checker, ResponseChecks mode, Consumer<List<Violation>> found) {
            this.request = request;
            this.checker = checker;
            this.mode = mode;
            this.found = found;
        }

        @Override
        public Item apply(Item item) {
            CheckedItem checked = checker.check(item, index);
            if (item.value().isPresent()) {
                index++;
            }
            if (!checked.violations().isEmpty()) {
                MDC.put(Passage.REQUEST_ID, request.id());
                try {
                    tell(checked.violations());
                } finally {
                    MDC.remove(Passage.REQUEST_ID);
                }
            }
            return checked.item();
        }

        private void tell(List<Violation> violations) {
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
}
