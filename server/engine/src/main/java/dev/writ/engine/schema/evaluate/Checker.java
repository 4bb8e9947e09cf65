package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaError;
import org.jspecify.annotations.Nullable;

/** Checks quickly, and only what is wrong a second time, to tell why. */
final class Checker implements SchemaChecker {
    private final Compilation compilation;
    private final SchemaNode source;
    private volatile @Nullable Compiled compiled;
    private volatile @Nullable Boolean redacts;

    private record Compiled(Schema schema, Scope scope) {}

    Checker(Compilation compilation, SchemaNode source) {
        this.compilation = compilation;
        this.source = source;
    }

    @Override
    public Evaluation check(JsonNode value) {
        Allowance allowance = compilation.allowance();
        Budget budget = new Budget(value, allowance.steps(compilation.options().maxSteps()));
        Evaluation evaluation = check(value, budget);
        allowance.spend(budget.spent());
        return evaluation;
    }

    @Override
    public boolean redacts() {
        Boolean known = redacts;
        if (known == null) {
            known = compilation.direction() == Direction.RESPONSE
                    && WriteOnly.isReachable(source, compilation.schemas());
            redacts = known;
        }
        return known;
    }

    @Override
    public JsonNode redact(JsonNode value) {
        if (!redacts()) {
            return value;
        }
        Compiled to = compiled();
        return Redaction.apply(
                to.schema(), to.scope(), value, compilation.options().maxSteps());
    }

    int steps(JsonNode value) {
        Budget budget = new Budget(value, compilation.options().maxSteps());
        check(value, budget);
        return budget.spent();
    }

    private Evaluation check(JsonNode value, Budget budget) {
        Compiled to = compiled();
        Run quick = Run.quick(budget, to.scope());
        try {
            if (to.schema().test(value, quick)) {
                boolean edited = quick.edited() > 0;
                quick.applyEdits();
                JsonNode visible = redact(value);
                return new Evaluation.Valid(visible, edited || !visible.equals(value));
            }
        } catch (LimitException | StackOverflowError e) {
            return limit(e);
        }
        budget.again();
        Run reporting = Run.reporting(budget, to.scope());
        try {
            to.schema().test(value, reporting);
        } catch (LimitException | StackOverflowError e) {
            // What was found until then is true all the same.
            return reporting.errors().isEmpty() ? limit(e) : new Evaluation.Invalid(reporting.errors());
        }
        return new Evaluation.Invalid(reporting.errors());
    }

    private Evaluation limit(Throwable cause) {
        Trail trail = new Trail();
        String message = LimitException.TOO_DEEP;
        if (cause instanceof LimitException limit) {
            limit.path().forEach(trail::enter);
            message = String.valueOf(limit.getMessage());
        }
        trail.add(source.place(), SchemaError.LIMIT, message);
        return new Evaluation.Invalid(trail.errors());
    }

    private Compiled compiled() {
        Compiled known = compiled;
        if (known == null) {
            known = new Compiled(
                    compilation.schema(source), new Scope(compilation.schemas().resource(source), null));
            compiled = known;
        }
        return known;
    }
}
