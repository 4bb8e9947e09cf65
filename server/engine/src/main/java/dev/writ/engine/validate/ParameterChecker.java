package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the path, query and header parameters of one operation. Thread-safe. */
final class ParameterChecker {
    private final String file;
    private final Operation operation;
    private final Map<Parameter, SchemaChecker> checkers = new LinkedHashMap<>();
    private final Set<String> queryNames = new HashSet<>();
    private final UnknownQueryParameters unknown;
    private final Schemas references;

    ParameterChecker(
            String file,
            Operation operation,
            SchemaCompiler schemas,
            Schemas references,
            UnknownQueryParameters unknown) {
        this.references = references;
        this.file = file;
        this.operation = operation;
        this.unknown = unknown;
        for (Parameter parameter : operation.parameters()) {
            SchemaChecker checker = schemas.compile(parameter.schema(), Direction.REQUEST);
            defaultValue(parameter)
                    .ifPresent(value ->
                            checkDefault(parameter, checker.check(value).errors()));
            checkers.put(parameter, checker);
            if (parameter.in() == In.QUERY) {
                queryNames.add(parameter.name());
            }
        }
    }

    private Optional<JsonNode> defaultValue(Parameter parameter) {
        return Optional.ofNullable(parameter.schema().node().get("default"))
                .or(() -> Optional.ofNullable(
                        references.resolved(parameter.schema()).node().get("default")))
                .filter(value -> !value.isNull());
    }

    private static void checkDefault(Parameter parameter, List<SchemaError> errors) {
        if (!errors.isEmpty()) {
            throw new ContractException(errors.stream()
                    .map(error -> new Fault(
                            parameter.schema().place().location(),
                            "the default of '" + parameter.name() + "' breaks its own schema: " + error.message()))
                    .toList());
        }
    }

    /** Sets what is valid in {@code arguments} and returns the rest. */
    List<Violation> check(
            Map<String, String> pathValues, Optional<String> rawQuery, Headers headers, Arguments arguments) {
        List<Violation> violations = new ArrayList<>();
        Query query = Query.parse(rawQuery);
        checkers.forEach((parameter, checker) -> {
            List<String> texts = texts(parameter, pathValues, query, headers);
            if (texts.isEmpty()) {
                if (parameter.required()) {
                    violations.add(violation(parameter, "required", "is required"));
                }
                defaultValue(parameter).ifPresent(value -> arguments.set(parameter, value));
            } else if (texts.size() > 1) {
                violations.add(
                        violation(parameter, "explode", "must be given once, was given " + texts.size() + " times"));
            } else {
                check(parameter, checker, texts.get(0), arguments, violations);
            }
        });
        checkQuery(query, violations);
        return violations;
    }

    private static List<String> texts(
            Parameter parameter, Map<String, String> pathValues, Query query, Headers headers) {
        return switch (parameter.in()) {
            case PATH ->
                List.of(PercentEncoding.decode(pathValues.getOrDefault(parameter.name(), ""), false)
                        .orElseThrow());
            case QUERY -> query.values().getOrDefault(parameter.name(), List.of());
            case HEADER -> headers.combined(parameter.name()).map(List::of).orElse(List.of());
            case COOKIE -> List.of();
        };
    }

    private void check(
            Parameter parameter, SchemaChecker checker, String text, Arguments arguments, List<Violation> violations) {
        PrimitiveType type = PrimitiveType.of(parameter.schema(), references);
        Optional<JsonNode> value = Primitives.parse(text, type);
        if (value.isEmpty()) {
            violations.add(violation(parameter, "type", "must be " + Primitives.noun(type)));
            return;
        }
        List<SchemaError> errors = checker.check(value.get()).errors();
        if (errors.isEmpty()) {
            arguments.set(parameter, value.get());
        }
        errors.forEach(error -> violations.add(new Violation(
                parameter.in().text(),
                Optional.of(parameter.name()),
                error.pointer(),
                error.keyword(),
                parameter.name() + ": " + error.message(),
                error.schemaLocation())));
    }

    private void checkQuery(Query query, List<Violation> violations) {
        for (String piece : query.malformed()) {
            violations.add(violation("encoding", piece, "'" + piece + "' is not percent-encoded UTF-8"));
        }
        if (unknown == UnknownQueryParameters.REFUSE) {
            query.values().keySet().stream()
                    .filter(name -> !queryNames.contains(name))
                    .forEach(name -> violations.add(
                            violation("unknown", name, name + ": is not a query parameter of this operation")));
        }
    }

    private Violation violation(Parameter parameter, String keyword, String message) {
        return new Violation(
                parameter.in().text(),
                Optional.of(parameter.name()),
                "",
                keyword,
                parameter.name() + ": " + message,
                file + "#" + parameter.place().pointer());
    }

    private Violation violation(String keyword, String name, String message) {
        return new Violation(
                "query",
                Optional.of(name),
                "",
                keyword,
                message,
                file + "#" + operation.place().pointer());
    }
}
