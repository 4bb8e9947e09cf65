package dev.writ.engine.core;

import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.validate.CheckedResponse;
import dev.writ.engine.validate.ItemChecker;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Stage#CHECK_RESPONSE}: whether what a handler answers is what the contract says, and what is done if not. */
final class ResponseCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseCheck.class);

    private final Function<String, ResponseChecks> modes;

    private ResponseCheck(Function<String, ResponseChecks> modes) {
        this.modes = modes;
    }

    ResponseCheck(Settings settings) {
        this(settings::responseChecks);
    }

    /** One that lets nothing pass, whatever was chosen. */
    static ResponseCheck enforcing() {
        return new ResponseCheck(operationId -> ResponseChecks.ENFORCE);
    }

    ResponseChecks mode(Route route) {
        return modes.apply(route.operation().operationId());
    }

    /** Whether content is looked at: to check it, or to take out what nobody may see. */
    boolean readsContent(Route route) {
        return modes.apply(route.operation().operationId()) != ResponseChecks.OFF
                || route.responses().redacts();
    }

    /**
     * Judges an answer; if it comes item by item, as far as its head goes.
     *
     * @param later is told what is wrong with items as they pass
     */
    Verdict check(Handled handled, Consumer<List<Violation>> later) {
        Verdict verdict = check(handled);
        Optional<ItemChecker> items = handled.response()
                .content()
                .items()
                .flatMap(content -> handled.route().responses().items(handled.response()));
        if (items.isEmpty()) {
            return verdict;
        }
        ResponseChecks mode = modes.apply(handled.route().operation().operationId());
        return new Verdict(
                verdict.judgement()
                        .then(response -> Judgement.pass(
                                ItemChecks.checked(response, handled.request(), items.get(), mode, later))),
                verdict.violations());
    }

    private Verdict check(Handled handled) {
        ResponseChecks mode = modes.apply(handled.route().operation().operationId());
        if (mode == ResponseChecks.OFF) {
            Response redacted = handled.route().responses().redact(handled.response());
            return new Verdict(Judgement.pass(redacted), List.of());
        }
        CheckedResponse checked = handled.contentIsOurs()
                ? handled.route().responses().checkHead(handled.response())
                : handled.route().responses().check(handled.response());
        List<Violation> violations = checked.violations();
        if (violations.isEmpty()) {
            return new Verdict(Judgement.pass(checked.response()), violations);
        }
        if (mode == ResponseChecks.ENFORCE) {
            handled.response().content().discard();
            return new Verdict(Judgement.refuse(Failures.undeclared(handled.request(), violations)), violations);
        }
        LOG.warn(
                "{} {} was answered outside the contract: {}",
                LogText.of(handled.request().method()),
                LogText.of(handled.request().path()),
                violations);
        return new Verdict(Judgement.pass(checked.response()), violations);
    }

    /**
     * The answer or its refusal.
     *
     * @param violations found, whatever becomes of them
     */
    record Verdict(Judgement<Response> judgement, List<Violation> violations) {}
}
