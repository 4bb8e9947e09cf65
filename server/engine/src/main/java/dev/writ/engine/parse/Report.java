package dev.writ.engine.parse;

import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Findings;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects what is wrong with a contract, so that all of it is told at once. Lines and columns are found at the end. Not
 * thread-safe.
 */
final class Report {
    private static final int MAX_WARNINGS = 1000;

    private final List<String> files = new ArrayList<>();
    private final List<Fault> located = new ArrayList<>();
    private final Set<Finding> faults = new LinkedHashSet<>();
    private final Set<Finding> warnings = new LinkedHashSet<>();
    private final Map<String, Set<Place>> repeated = new LinkedHashMap<>();
    private final List<Fault> others = new ArrayList<>();

    /** The order in which files are told. */
    void file(String name) {
        files.add(name);
    }

    void fault(SourceLocation location, String message) {
        located.add(new Fault(location, message));
    }

    void fault(Place place, String message) {
        faults.add(new Finding(place, message));
    }

    void warn(Place place, String message) {
        warnings.add(new Finding(place, message));
    }

    /** A warning that is told once, at its first place, with the number of the others. */
    void warnOnce(Place place, String message) {
        repeated.computeIfAbsent(message, absent -> new LinkedHashSet<>()).add(place);
    }

    /** What others have found, but for places that have been told already. */
    void add(Findings findings) {
        Set<String> told = new HashSet<>();
        faults.forEach(finding -> told.add(finding.place.reference()));
        warnings.forEach(finding -> told.add(finding.place.reference()));
        repeated.values().forEach(places -> places.forEach(place -> told.add(place.reference())));
        findings.faults().stream().filter(fault -> !isTold(fault, told)).forEach(located::add);
        findings.warnings().stream().filter(warning -> !isTold(warning, told)).forEach(others::add);
    }

    private static boolean isTold(Fault finding, Set<String> told) {
        return finding.location()
                .map(at -> at.file() + "#" + at.pointer())
                .filter(at ->
                        told.contains(at) || (at.endsWith("/$ref") && told.contains(at.replaceAll("/\\$ref$", ""))))
                .isPresent();
    }

    boolean hasFaults() {
        return !located.isEmpty() || !faults.isEmpty();
    }

    /**
     * By file and place, nothing twice.
     *
     * @param strict whether warnings are faults
     */
    Findings findings(boolean strict) {
        List<Fault> allFaults = new ArrayList<>(located);
        faults.forEach(finding -> allFaults.add(finding.located()));
        List<Fault> allWarnings = new ArrayList<>(others);
        warnings.stream().limit(MAX_WARNINGS).forEach(finding -> allWarnings.add(finding.located()));
        if (warnings.size() > MAX_WARNINGS) {
            allWarnings.add(Fault.inCode((warnings.size() - MAX_WARNINGS) + " more warnings are not told"));
        }
        repeated.forEach((message, places) -> allWarnings.add(new Fault(
                places.iterator().next().location(),
                places.size() == 1 ? message : message + " (and " + (places.size() - 1) + " more)")));
        if (strict) {
            allFaults.addAll(allWarnings);
            allWarnings.clear();
        }
        return new Findings(sorted(allFaults), sorted(allWarnings));
    }

    private List<Fault> sorted(List<Fault> findings) {
        Comparator<SourceLocation> byPlace = Comparator.comparingInt(
                        (SourceLocation at) -> Math.floorMod(files.indexOf(at.file()), Integer.MAX_VALUE))
                .thenComparing(SourceLocation::file)
                .thenComparingInt(SourceLocation::line)
                .thenComparingInt(SourceLocation::column);
        return findings.stream()
                .distinct()
                .sorted(Comparator.comparing(
                        finding -> finding.location().orElse(new SourceLocation("", 0, 0, "")), byPlace))
                .toList();
    }

    private record Finding(Place place, String message) {
        Fault located() {
            return new Fault(place.location(), message);
        }
    }
}
