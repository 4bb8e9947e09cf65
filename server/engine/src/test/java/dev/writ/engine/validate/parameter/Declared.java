package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Headers;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.PathTemplate;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.model.SecurityRequirement;
import dev.writ.engine.model.Serialization;
import dev.writ.engine.model.Style;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.SchemaOptions;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.evaluate.CompiledSchemas;
import dev.writ.engine.validate.json.JsonLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Parameters of an operation, put together by hand, and what becomes of a request. Confined to one test. */
final class Declared {
    private final Contract contract;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<SecurityRequirement> security = new ArrayList<>();
    private boolean refuseUnknown;
    private JsonLimits limits = JsonLimits.DEFAULT;

    /** {@code schemas} are lines under {@code components/schemas}. */
    Declared(String schemas) {
        this.contract = ContractReader.parse(
                "t.yaml",
                "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
                        + schemas.indent(4));
    }

    /** One parameter called {@code color}, with the schema written in one line. */
    static Declared color(In in, Style style, boolean explode, String schema) {
        return new Declared("Color: " + schema).with("color", in, style, explode, "Color");
    }

    Declared with(String name, In in, Style style, boolean explode, String schema) {
        return with(name, in, false, false, new Serialization.Styled(style, explode, false), schema);
    }

    Declared with(
            String name, In in, boolean required, boolean emptyAllowed, Serialization serialization, String schema) {
        SchemaNode node = contract.schemas().stream()
                .filter(candidate -> candidate.pointer().equals("/components/schemas/" + schema))
                .findFirst()
                .orElseThrow();
        parameters.add(new Parameter(name, in, required, emptyAllowed, serialization, node, node.place()));
        return this;
    }

    Declared secured(SecurityRequirement requirement) {
        security.add(requirement);
        return this;
    }

    Declared refusingUnknown() {
        refuseUnknown = true;
        return this;
    }

    Declared within(JsonLimits other) {
        limits = other;
        return this;
    }

    String path(String raw) {
        return check(Map.of("color", raw), Optional.empty(), Headers.none());
    }

    String query(String raw) {
        return check(Map.of(), Optional.of(raw), Headers.none());
    }

    String header(String... fields) {
        return check(Map.of(), Optional.empty(), Headers.of(Map.of("color", List.of(fields))));
    }

    String cookie(String... fields) {
        return check(Map.of(), Optional.empty(), Headers.of(Map.of("cookie", List.of(fields))));
    }

    /** Sends {@code raw} to wherever the first parameter stands. */
    String send(String raw) {
        return switch (parameters.get(0).in()) {
            case PATH -> path(raw);
            case QUERY, QUERYSTRING -> query(raw);
            case HEADER -> header(raw);
            case COOKIE -> cookie(raw);
        };
    }

    List<Violation> violations(String query) {
        Violations violations = new Violations();
        checker().check(Map.of(), Optional.of(query), Headers.none(), violations, (parameter, value) -> {});
        return violations.toList();
    }

    private ParameterChecker checker() {
        Operation operation = new Operation(
                "test",
                "GET",
                List.of(""),
                PathTemplate.parse("/t"),
                parameters,
                Optional.empty(),
                List.of(),
                security,
                parameters.get(0).place());
        return new ParameterChecker(
                operation,
                CompiledSchemas.of(contract, SchemaOptions.DEFAULT),
                new Schemas(contract),
                limits,
                refuseUnknown);
    }

    /** The value of one parameter, the values of several by name, or what is wrong: name, pointer and keyword of each. */
    String check(Map<String, String> pathValues, Optional<String> query, Headers headers) {
        Violations violations = new Violations();
        Map<String, JsonNode> values = new TreeMap<>();
        checker()
                .check(
                        pathValues,
                        query,
                        headers,
                        violations,
                        (parameter, value) -> values.put(parameter.name(), value));
        if (!violations.isEmpty()) {
            return String.join(
                    ", ",
                    violations.toList().stream()
                            .map(violation ->
                                    violation.name().orElse("") + violation.pointer() + " " + violation.keyword())
                            .toList());
        }
        if (parameters.size() > 1) {
            return values.toString();
        }
        return values.isEmpty() ? "absent" : values.values().iterator().next().toString();
    }
}
