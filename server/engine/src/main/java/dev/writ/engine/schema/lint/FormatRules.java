package dev.writ.engine.schema.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.format.KnownFormats;
import java.util.Collections;
import java.util.Set;

/** Whether a format is misspelt. One that resembles no other may be the application's own. */
final class FormatRules {
    /** Of the OpenAPI Format Registry; the engine tests none of them. */
    private static final Set<String> REGISTERED = Set.of(
            "base64url",
            "binary",
            "char",
            "commonmark",
            "date-time-local",
            "decimal",
            "decimal128",
            "double-int",
            "html",
            "http-date",
            "int16",
            "int8",
            "media-range",
            "password",
            "sf-binary",
            "sf-boolean",
            "sf-decimal",
            "sf-integer",
            "sf-string",
            "sf-token",
            "time-local",
            "uint16",
            "uint32",
            "uint64",
            "uint8",
            "unixtime");

    private static final Set<String> FORMATTED = Set.of("string", "number", "integer");

    private final Dialect dialect;
    private final Report report;

    FormatRules(Dialect dialect, Report report) {
        this.dialect = dialect;
        this.report = report;
    }

    void check(SchemaNode schema) {
        JsonNode format = schema.node().path("format");
        if (!format.isTextual()
                || (dialect == Dialect.OPENAPI_3_0 && schema.node().has("$ref"))) {
            return;
        }
        String name = format.textValue();
        Set<String> types = KeywordRules.types(schema.node().path("type"));
        if (KnownFormats.names().contains(name)
                || REGISTERED.contains(name)
                || (!types.isEmpty() && Collections.disjoint(types, FORMATTED))) {
            return;
        }
        Spelling.nearest(name, KnownFormats.names())
                .or(() -> Spelling.nearest(name, REGISTERED))
                .ifPresent(known -> report.warn(
                        schema.place().child("format"),
                        "'" + name + "' is no known format: is '" + known + "' meant?"));
    }
}
