package dev.writ.engine.validate;

import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks requests of one operation against its contract: parameters of every kind, then the body. Thread-safe. */
public final class RequestChecker {
    private final ParameterChecker parameters;
    private final Optional<BodyChecker> body;

    /** Compiles the schemas of the operation. */
    public RequestChecker(
            String file,
            Operation operation,
            SchemaCompiler schemas,
            Schemas references,
            JsonLimits limits,
            UnknownQueryParameters unknown) {
        this.parameters = new ParameterChecker(file, operation, schemas, references, unknown);
        this.body = operation
                .requestBody()
                .map(declared -> new BodyChecker(file, declared, schemas, new JsonReader(limits)));
    }

    /** All violations at once. A body that the operation does not declare is not looked at. */
    public Checked check(
            Map<String, String> pathValues,
            Optional<String> query,
            Headers headers,
            byte[] bytes,
            Optional<MediaType> contentType) {
        Arguments arguments = new Arguments();
        List<Violation> violations = new ArrayList<>(parameters.check(pathValues, query, headers, arguments));
        body.ifPresent(checker -> violations.addAll(checker.check(bytes, contentType, arguments)));
        if (violations.isEmpty()) {
            return new Checked.Valid(arguments);
        }
        return new Checked.Invalid(
                List.copyOf(violations.subList(0, Math.min(violations.size(), Checked.MAX_VIOLATIONS))));
    }
}
