package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Headers;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.json.JsonLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Checks the parameters of one operation: those of the path, of the query, of the header, cookies. Thread-safe. */
public final class ParameterChecker {
    private final boolean refuseUnknown;
    private final boolean takesWholeQuery;
    private final boolean takesCookies;
    private final QueryNames queryNames;
    private final List<ParameterCheck> checks = new ArrayList<>();

    /** Compiles the schemas; {@code refuseUnknown} is about parameters of the query. */
    public ParameterChecker(
            Operation operation, SchemaCompiler compiler, Schemas schemas, JsonLimits limits, boolean refuseUnknown) {
        this.refuseUnknown = refuseUnknown;
        this.takesCookies = operation.parameters().stream().anyMatch(parameter -> parameter.in() == In.COOKIE);
        this.takesWholeQuery = operation.parameters().stream().anyMatch(parameter -> parameter.in() == In.QUERYSTRING);
        this.queryNames = new QueryNames(operation);
        ReaderFactory readers = new ReaderFactory(limits, queryNames::isTaken);
        for (In in : In.values()) {
            operation.parameters().stream()
                    .filter(parameter -> parameter.in() == in)
                    .forEach(parameter -> {
                        TextConverter converter = new TextConverter(
                                parameter.schema(),
                                compiler.compile(parameter.schema(), Direction.REQUEST),
                                schemas,
                                limits);
                        if (in == In.QUERY) {
                            queryNames.add(parameter, converter.shape());
                        }
                        ValueReader reader = FormReader.encodings(parameter)
                                .<ValueReader>map(encodings -> new FormReader(new FormConverter(
                                        parameter.schema(), Direction.REQUEST, encodings, compiler, schemas, limits)))
                                .orElseGet(() -> readers.of(parameter, converter));
                        checks.add(new ParameterCheck(parameter, reader, Defaults.of(parameter.schema(), schemas)));
                    });
        }
    }

    /**
     * Gives {@code values} what is valid and the defaults of what is absent, and {@code violations} the rest.
     *
     * @param pathValues by variable, percent-encoded
     */
    public void check(
            Map<String, String> pathValues,
            Optional<String> query,
            Headers headers,
            Violations violations,
            BiConsumer<Parameter, JsonNode> values) {
        Sent sent = new Sent(
                pathValues, query, Pairs.ofQuery(query), headers, takesCookies ? Pairs.ofCookies(headers) : Pairs.NONE);
        // Who takes the whole query judges its names as well.
        boolean queryChecked = takesWholeQuery;
        for (ParameterCheck check : checks) {
            if (!queryChecked && check.parameter().in().compareTo(In.QUERY) > 0) {
                queryNames.check(sent.query(), refuseUnknown, violations);
                queryChecked = true;
            }
            check.check(sent, violations, values);
        }
        if (!queryChecked) {
            queryNames.check(sent.query(), refuseUnknown, violations);
        }
    }
}
