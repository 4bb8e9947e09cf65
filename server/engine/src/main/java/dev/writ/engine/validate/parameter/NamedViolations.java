package dev.writ.engine.validate.parameter;

import dev.writ.engine.model.Place;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.SchemaError;
import java.util.List;
import java.util.Optional;

/** Tells what is wrong with one parameter or header field. */
record NamedViolations(String in, String name, Place place) {

    void required(Violations violations) {
        add(List.of(new SchemaError("", "required", "is required", "")), violations);
    }

    void add(List<SchemaError> errors, Violations violations) {
        errors.forEach(error -> violations.add(new Violation(
                in,
                Optional.of(name),
                error.pointer(),
                error.keyword(),
                name + ": " + error.message(),
                error.schemaLocation().isEmpty() ? place.reference() : error.schemaLocation())));
    }
}
