package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.model.Fault;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemException;
import dev.writ.engine.spi.ProblemMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients are told of what a handler throws. Thread-safe. */
final class ExceptionMappings {
    private final Map<Class<?>, ProblemMapping<?>> mappings = new HashMap<>();

    /** {@code all} without {@link #faults}. */
    ExceptionMappings(List<ProblemMapping<?>> all) {
        all.forEach(mapping -> mappings.put(mapping.exception(), mapping));
    }

    /** Classes that have two mappings, or one that would never be asked. */
    static List<Fault> faults(List<ProblemMapping<?>> all) {
        List<Fault> faults = new ArrayList<>();
        Map<Class<?>, ProblemMapping<?>> known = new HashMap<>();
        for (ProblemMapping<?> mapping : all) {
            if (known.put(mapping.exception(), mapping) != null) {
                faults.add(Fault.inCode(
                        "the exception " + mapping.exception().getName() + " is mapped to problems twice"));
            }
        }
        List.of(ProblemException.class, UnbindableException.class).stream()
                .filter(known::containsKey)
                .forEach(own -> faults.add(Fault.inCode("the engine itself answers " + own.getName())));
        return faults;
    }

    Problem problem(Request request, Exception thrown) {
        if (thrown instanceof UnbindableException unbindable) {
            return Problems.invalid(List.of(unbindable.violation()));
        }
        if (thrown instanceof ProblemException carrier) {
            return Failures.expected(request, carrier.problem(), thrown);
        }
        try {
            return mapped(thrown)
                    .map(problem -> Failures.expected(request, problem, thrown))
                    .orElseGet(() -> Failures.unexpected(request, Stage.HANDLE, thrown));
        } catch (RuntimeException e) {
            e.addSuppressed(thrown);
            return Failures.unexpected(request, Stage.HANDLE, e);
        }
    }

    /** By the mapping of the most specific class. */
    private Optional<Problem> mapped(Exception thrown) {
        for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            ProblemMapping<?> mapping = mappings.get(type);
            if (mapping != null) {
                return Optional.of(apply(mapping, thrown));
            }
        }
        return Optional.empty();
    }

    private static <E extends Exception> Problem apply(ProblemMapping<E> mapping, Exception thrown) {
        return mapping.problem(mapping.exception().cast(thrown));
    }
}
