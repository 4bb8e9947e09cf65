package dev.writ.engine.validate;

import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.TooLargeException;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.parameter.ParameterChecker;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * Why 400: checks requests of one operation against its contract. All violations are told, at most {@link Violations#MAX},
 * always in this order: parameters of the path, of the query (those that nobody declares as well), of the header, cookies,
 * each in the order of the contract, then the body. How a parameter is read from text is for {@link ParameterChecker}.
 * Thread-safe.
 */
public final class RequestChecker {
    private final ParameterChecker parameters;
    private final Optional<BodyChecker> body;
    private final long largestBody;

    /** Compiles the schemas of the operation. */
    public RequestChecker(
            Operation operation,
            SchemaCompiler compiler,
            Schemas schemas,
            BodyLimits limits,
            UnknownQueryParameters unknown) {
        this.parameters = new ParameterChecker(
                operation, compiler, schemas, limits.json(), unknown == UnknownQueryParameters.REFUSE);
        this.body = operation.requestBody().map(declared -> new BodyChecker(declared, compiler, schemas, limits));
        this.largestBody = body.map(BodyChecker::largest).orElse((long) limits.size());
    }

    /** As many bytes as the body may have, in any of its media types. */
    public long largestBody() {
        return largestBody;
    }

    /** Whether a body of that type is a sequence of items, and so to be judged by {@link #checkItems}. */
    public boolean takesItems(MediaType contentType) {
        return body.flatMap(checker -> checker.items(contentType)).isPresent();
    }

    /** Whether a body of that type need not fit into memory. */
    public boolean spools(MediaType contentType) {
        return body.filter(checker -> checker.spools(contentType)).isPresent();
    }

    /**
     * As {@link #check}, of a request whose body is a sequence of items: none is read before its handler asks for it.
     *
     * @param maxItemSize in bytes
     */
    public Checked checkItems(
            Map<String, String> pathValues,
            Optional<String> query,
            Headers headers,
            InputStream content,
            MediaType contentType,
            int maxItemSize) {
        Arguments arguments = new Arguments();
        Violations violations = new Violations();
        parameters.check(pathValues, query, headers, violations, arguments::set);
        body.flatMap(checker -> checker.items(contentType))
                .ifPresent(
                        checker -> arguments.setItems(new ReceivedItems(content, contentType, checker, maxItemSize)));
        return violations.isEmpty() ? new Checked.Valid(arguments) : new Checked.Invalid(violations.toList());
    }

    /**
     * Judges a request whose path and media type are those of the operation. A body that the operation does not declare is
     * not read.
     *
     * @param pathValues by variable, percent-encoded
     * @throws TooLargeException if there is more of the body than is taken
     * @throws IOException if the body does not arrive
     */
    public Checked check(
            Map<String, String> pathValues,
            Optional<String> query,
            Headers headers,
            BodySource body,
            Optional<MediaType> contentType)
            throws IOException {
        Arguments arguments = new Arguments();
        boolean valid = false;
        try {
            Violations violations = new Violations();
            parameters.check(pathValues, query, headers, violations, arguments::set);
            if (this.body.isPresent()) {
                this.body.get().check(body, contentType, violations, arguments);
            }
            valid = violations.isEmpty();
            return valid ? new Checked.Valid(arguments) : new Checked.Invalid(violations.toList());
        } finally {
            if (!valid) {
                arguments.close();
            }
        }
    }
}
