package dev.writ.engine.spi;

import dev.writ.engine.problem.Problem;
import java.util.function.Function;

/**
 * What clients are told of an exception that carrying out an operation ends with. The mapping of the most specific class
 * is asked; each class has one at most. Called by many threads at once.
 *
 * @param <E> the class, which stands for its subclasses as well
 */
public interface ProblemMapping<E extends Exception> {
    Class<E> exception();

    Problem problem(E exception);

    static <E extends Exception> ProblemMapping<E> of(Class<E> exception, Function<? super E, Problem> problem) {
        return new ProblemMapping<>() {
            @Override
            public Class<E> exception() {
                return exception;
            }

            @Override
            public Problem problem(E thrown) {
                return problem.apply(thrown);
            }
        };
    }
}
