package dev.writ.engine.validate;

import dev.writ.engine.model.Place;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.SchemaError;
import java.util.List;
import java.util.Optional;

/** Tells what is wrong with a body. */
final class BodyViolations {
    private BodyViolations() {}

    /** {@code place} is what asks for it where no schema does. */
    static void add(List<SchemaError> errors, Place place, Violations violations) {
        errors.forEach(error -> violations.add(new Violation(
                "body",
                Optional.empty(),
                error.pointer(),
                error.keyword(),
                error.message(),
                error.schemaLocation().isEmpty() ? place.reference() : error.schemaLocation())));
    }
}
