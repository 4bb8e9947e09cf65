package dev.writ.engine.validate;

import dev.writ.engine.problem.Violation;
import dev.writ.engine.problem.Violations;
import java.util.List;
import java.util.function.Function;

/** What the contract says of a request. */
public sealed interface Checked {

    <R> R fold(Function<Arguments, ? extends R> valid, Function<List<Violation>, ? extends R> invalid);

    record Valid(Arguments arguments) implements Checked {
        @Override
        public <R> R fold(Function<Arguments, ? extends R> valid, Function<List<Violation>, ? extends R> invalid) {
            return valid.apply(arguments);
        }
    }

    /** At least one violation, and at most {@link #MAX_VIOLATIONS}. */
    record Invalid(List<Violation> violations) implements Checked {
        @Override
        public <R> R fold(Function<Arguments, ? extends R> valid, Function<List<Violation>, ? extends R> invalid) {
            return invalid.apply(violations);
        }
    }

    int MAX_VIOLATIONS = Violations.MAX;
}
