package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.json.JsonLimits;

/** Turns texts into a value that a schema allows, each read as the most specific type with which the whole is valid. Thread-safe. */
public final class TextConverter {
    /** Of all attempts together, so that a large value is not read many times over. */
    private static final int MAX_WEIGHT = 200_000;

    private final SchemaShape shape;
    private final SchemaChecker checker;
    private final Primitives primitives;

    /** {@code checker} must be that of {@code schema}. */
    public TextConverter(SchemaNode schema, SchemaChecker checker, Schemas schemas, JsonLimits limits) {
        this(new SchemaShapes(schemas).of(schema), checker, limits);
    }

    TextConverter(SchemaShape shape, SchemaChecker checker, JsonLimits limits) {
        this.shape = shape;
        this.checker = checker;
        this.primitives = new Primitives(limits);
    }

    SchemaShape shape() {
        return shape;
    }

    SchemaChecker checker() {
        return checker;
    }

    /** Of one text. */
    public Evaluation convert(String text) {
        return convert(new Written.Text(text));
    }

    Evaluation convert(Written written) {
        Choices choices = new Choices();
        Evaluation first = attempt(written, choices);
        Evaluation last = first;
        int weight = written.weight();
        int spent = weight;
        while (!last.errors().isEmpty() && spent < MAX_WEIGHT && choices.advance(last.errors())) {
            choices.rewind();
            spent += weight;
            last = attempt(written, choices);
        }
        return last.errors().isEmpty() ? last : first;
    }

    private Evaluation attempt(Written written, Choices choices) {
        Conversion conversion = new Conversion(primitives, choices);
        JsonNode value = conversion.value(written, shape);
        Evaluation evaluation = checker.check(value);
        return conversion.errors().isEmpty()
                ? evaluation
                : new Evaluation.Invalid(conversion.errors(evaluation.errors()));
    }
}
