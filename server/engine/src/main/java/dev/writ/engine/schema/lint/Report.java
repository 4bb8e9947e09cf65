package dev.writ.engine.schema.lint;

import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Findings;
import dev.writ.engine.model.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has been found so far. */
final class Report {
    private static final int MAX_FINDINGS = 1_000;

    private final Set<Fault> faults = new LinkedHashSet<>();
    private final Set<Fault> warnings = new LinkedHashSet<>();

    void fault(Place place, String message) {
        add(faults, place, "not a schema: " + message);
    }

    void warn(Place place, String message) {
        add(warnings, place, message);
    }

    private static void add(Set<Fault> to, Place place, String message) {
        if (to.size() < MAX_FINDINGS) {
            to.add(new Fault(place.location(), message));
        }
    }

    boolean hasNoFaults() {
        return faults.isEmpty();
    }

    Findings findings() {
        return new Findings(List.copyOf(faults), List.copyOf(warnings));
    }
}
