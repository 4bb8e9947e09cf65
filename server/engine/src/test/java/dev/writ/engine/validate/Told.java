package dev.writ.engine.validate;

import dev.writ.engine.problem.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** Violations as a line: place and keyword of each. */
final class Told {
    private Told() {}

    static String of(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.in()
                        + violation.name().map(name -> " " + name).orElse("") + violation.pointer() + " "
                        + violation.keyword())
                .collect(Collectors.joining(", "));
    }
}
