package dev.writ.engine.parse;

import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.SourceLocation;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a document, so that all of it is told at once. */
final class Faults {
    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(
            (Fault fault) -> fault.location().orElseThrow(),
            Comparator.comparingInt(SourceLocation::line).thenComparingInt(SourceLocation::column));

    private final Set<Fault> faults = new LinkedHashSet<>();

    void add(SourceLocation location, String message) {
        faults.add(new Fault(location, message));
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ContractException(
                    List.copyOf(faults.stream().sorted(BY_PLACE).toList()));
        }
    }
}
