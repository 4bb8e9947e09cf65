package dev.writ.engine.parse;

import dev.writ.engine.model.Dialect;
import java.util.Arrays;
import java.util.Optional;

/** The versions of OpenAPI that are read; each has a grammar of its own. */
enum Version {
    V2_0("swagger", "2\\.0", Dialect.SWAGGER_2_0, Grammars.SWAGGER_2_0),
    V3_0("openapi", "3\\.0\\.\\d+(-.+)?", Dialect.OPENAPI_3_0, Grammars.OPENAPI_3_0),
    V3_1("openapi", "3\\.1\\.\\d+(-.+)?", Dialect.OPENAPI_3_1, Grammars.OPENAPI_3_1),
    V3_2("openapi", "3\\.2\\.\\d+(-.+)?", Dialect.OPENAPI_3_1, Grammars.OPENAPI_3_2);

    private final String field;
    private final String pattern;
    private final Dialect dialect;
    private final String table;

    Version(String field, String pattern, Dialect dialect, String table) {
        this.field = field;
        this.pattern = pattern;
        this.dialect = dialect;
        this.table = table;
    }

    /** By the field in which a document says it, {@code openapi} or {@code swagger}. */
    static Optional<Version> of(String field, String text) {
        return Arrays.stream(values())
                .filter(version -> version.field.equals(field) && text.matches(version.pattern))
                .findFirst();
    }

    /** Whether this version has what came with that one. */
    boolean isFrom(Version that) {
        return compareTo(that) >= 0;
    }

    boolean isBefore(Version other) {
        return compareTo(other) < 0;
    }

    /** As its specification calls itself. */
    String text() {
        return (this == V2_0 ? "Swagger " : "OpenAPI ") + name().substring(1).replace('_', '.');
    }

    Dialect dialect() {
        return dialect;
    }

    Grammar grammar() {
        return Grammar.parse(table);
    }
}
