package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Encodings;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.json.JsonLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a form into the object that its schema describes (OpenAPI 3.1, sections 4.8.14.4 and 4.8.15): a field is read in the
 * style that its encoding declares, else as JSON where it is an object, else as text. Parts without names become the array
 * that a schema describes, or of whose items one does. Thread-safe.
 */
public final class FormConverter {
    private final PresentFields fields;
    private final FormLayout layout;

    private FormConverter(TextConverter converter, Encodings encodings, FormFields maker) {
        this.fields = new PresentFields(encodings.byName(), converter);
        this.layout = new FormLayout(converter.shape(), encodings, maker);
    }

    /** By the schema of the whole. */
    public FormConverter(
            SchemaNode schema,
            Direction direction,
            Encodings encodings,
            SchemaCompiler compiler,
            Schemas schemas,
            JsonLimits limits) {
        this(
                new TextConverter(schema, compiler.compile(schema, direction), schemas, limits),
                encodings,
                new FormFields(compiler, schemas, limits));
    }

    /**
     * Of content in a media type; empty if no schema says what it is. {@code itemSchema} is applied to each part (OpenAPI
     * 3.2, section 4.14.2), besides the schema of the whole if there is one.
     */
    public static Optional<FormConverter> of(
            MediaTypeObject declared,
            Direction direction,
            SchemaCompiler compiler,
            Schemas schemas,
            JsonLimits limits) {
        SchemaShapes shapes = new SchemaShapes(schemas);
        List<SchemaShape> shape = new ArrayList<>();
        List<SchemaChecker> checkers = new ArrayList<>();
        declared.schema().ifPresent(schema -> {
            shape.add(shapes.of(schema));
            checkers.add(compiler.compile(schema, direction));
        });
        declared.itemSchema().filter(schema -> hasItems(declared)).ifPresent(schema -> {
            shape.add(new ItemsShape(shapes.of(schema)));
            checkers.add(new EachItem(compiler.compile(schema, direction)));
        });
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        SchemaChecker checker =
                checkers.size() == 1 ? checkers.get(0) : new BothCheckers(checkers.get(0), checkers.get(1));
        return Optional.of(new FormConverter(
                new TextConverter(CombinedShape.allOf(shape), checker, limits),
                declared.encodings(),
                new FormFields(compiler, schemas, limits)));
    }

    private static boolean hasItems(MediaTypeObject declared) {
        return MediaType.parse(declared.mediaType())
                .filter(type -> type.type().equals("multipart"))
                .isPresent();
    }

    /** How it is written. */
    public FormLayout layout() {
        return layout;
    }

    /** The object, or all that is wrong with it and with its fields. */
    public Evaluation convert(FormValues values) {
        Evaluation found = fields.convert(layout.written(values));
        List<SchemaError> errors = new ArrayList<>(values.errors());
        if (errors.isEmpty()) {
            return found;
        }
        found.errors().stream().filter(error -> !values.isTold(error)).forEach(errors::add);
        return new Evaluation.Invalid(List.copyOf(errors));
    }
}
