package dev.writ.engine.model;

import java.util.List;
import java.util.stream.Collectors;

/** All the faults of a contract, or of the wiring of a service to it, each with its place. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MAX_SHOWN = 1_000;

    private final transient List<Fault> faults;

    public ContractException(List<Fault> faults) {
        super((faults.size() == 1 ? "1 fault:" : faults.size() + " faults:")
                + faults.stream().limit(MAX_SHOWN).map(fault -> "\n  " + fault).collect(Collectors.joining())
                + (faults.size() > MAX_SHOWN ? "\n  and " + (faults.size() - MAX_SHOWN) + " more" : ""));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
