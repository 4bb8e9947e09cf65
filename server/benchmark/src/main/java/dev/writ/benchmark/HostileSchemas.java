package dev.writ.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A document of schemas that invite a lot of work, each of them the body of an operation. */
final class HostileSchemas {
    private static final List<String> FORMATS = List.of(
            "date-time date time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference uuid uri-template json-pointer relative-json-pointer regex byte"
                    .split(" "));

    private static final Map<String, String> PATTERNS = Map.of(
            "backReference", "^(a|aa)+\\\\1b$",
            "lookAhead", "(?=(.*)x)y",
            "negativeLookAhead", "^(?!.*(a.*){5}b).*$",
            "lookBehind", "(?<=a.{1,50})b",
            "largeProgram", "(.{0,200}a){3}z",
            "manyWays", "(a?){30}a{30}$",
            "alternatives", "([a-z]*x|[a-z]*y|[a-z]*z|[a-z0-9]*1|[a-z0-9]*2)$",
            "characters", "^(\\\\p{L}|\\\\p{N}|\\\\p{P}|a)*b$");

    private HostileSchemas() {}

    static String document() {
        Map<String, String> schemas = schemas();
        String paths = schemas.keySet().stream()
                .filter(name -> !name.matches("lattice[1-9].*"))
                .map(name -> """
                        "/%1$s": {"post": {"operationId": "%1$s", "responses": {"204": {"description": "Checked."}},
                          "requestBody": {"content": {"application/json": {"schema": %2$s}}}}}""".formatted(name, reference(name)))
                .collect(Collectors.joining(",\n"));
        String components = schemas.entrySet().stream()
                .map(schema ->
                        "\"" + schema.getKey() + "\": " + schema.getValue().replace('\'', '"'))
                .collect(Collectors.joining(",\n"));
        return """
                {"openapi": "3.1.0", "info": {"title": "Hostile", "version": "1"}, "paths": {%s}, "components": {"schemas": {%s}}}
                """.formatted(paths, components);
    }

    private static Map<String, String> schemas() {
        Map<String, String> schemas = new TreeMap<>();
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            String itself = reference(keyword);
            String grows = "'properties': {'c': " + itself + "}, 'items': " + itself;
            schemas.put(
                    keyword,
                    "{'" + keyword + "': [{" + grows + ", 'required': ['x']}, {" + grows + "}, {'type': 'integer'}]}");
        }
        String unevaluated = "{'properties': {'c': " + reference("unevaluated") + "}}";
        schemas.put(
                "unevaluated",
                "{'anyOf': [" + unevaluated + ", " + unevaluated + "], 'unevaluatedProperties': false, 'items': "
                        + reference("unevaluated") + "}");
        schemas.put("unique", "{'uniqueItems': true, 'items': " + reference("unique") + "}");
        schemas.put(
                "enum",
                "{'items': %1$s, 'additionalProperties': %1$s, 'not': {'enum': [[1, [2]], %2$s]}}"
                        .formatted(reference("enum"), many(200, i -> "{'a': " + i + "}")));
        schemas.put("decimals", "{'items': {'multipleOf': 7e-7}}");
        schemas.put("tinyDecimals", "{'items': {'multipleOf': 3e-300}}");
        PATTERNS.forEach((name, pattern) -> schemas.put(name, everywhere("'pattern': '" + pattern + "'")));
        FORMATS.forEach(format -> schemas.put("format-" + format, everywhere("'format': '" + format + "'")));
        schemas.put("manyPatterns", "{'patternProperties': {" + many(200, i -> "'^[a-z]*x" + i + "': {}") + "}}");
        schemas.put(
                "manyParts",
                "{'allOf': [" + many(50, i -> "{'additionalProperties': {}}") + "], 'unevaluatedProperties': false}");
        schemas.put(
                "manyDependents",
                "{'dependentSchemas': {" + many(100, i -> "'k" + i + "': {'additionalProperties': {'minimum': 0}}")
                        + "}}");
        schemas.put(
                "manyAlternatives",
                "{'items': {'oneOf': ["
                        + many(200, i -> "{'properties': {'c': {'const': '" + i + "'}}, 'required': ['c']}") + "]}}");
        schemas.put("manyRequired", "{'items': {'required': [" + many(1000, i -> "'k" + i + "'") + "]}}");
        schemas.put(
                "contains",
                "{'contains': {'anyOf': [" + many(50, i -> "{'const': 'x" + i + "'}") + "]}, 'minContains': 10}");
        schemas.put(
                "conditions",
                "{'items': {'allOf': ["
                        + many(
                                50,
                                i -> "{'if': {'minimum': " + i
                                        + "}, 'then': {'maximum': 9e9}, 'else': {'not': {'const': -" + i + "}}}")
                        + "]}}");
        for (int i = 0; i < 24; i++) {
            String next = reference("lattice" + (i + 1));
            schemas.put("lattice" + i, "{'allOf': [" + next + ", " + next + "]}");
        }
        schemas.put("lattice24", "{'items': {'type': 'integer'}}");
        schemas.put("negations", "{'items': {'not': {'not': {'not': {'not': {'type': 'string'}}}}}}");
        return schemas;
    }

    /** Of the value itself, its items, its properties and their names. */
    private static String everywhere(String keyword) {
        return "{%1$s, 'items': {%1$s}, 'additionalProperties': {%1$s}, 'propertyNames': {%1$s}}".formatted(keyword);
    }

    private static String many(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(", "));
    }

    private static String reference(String name) {
        return "{\"$ref\": \"#/components/schemas/" + name + "\"}";
    }
}
