package dev.writ.engine.model;

import java.util.List;
import java.util.stream.Collectors;

/** All the faults of a contract, or of the wiring of a service to it, each with its place. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public ContractException(List<Fault> faults) {
        super(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining(
                        "\n  ", faults.size() == 1 ? "1 fault:\n  " : faults.size() + " faults:\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
