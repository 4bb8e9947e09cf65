package dev.writ.engine.parse;

import dev.writ.engine.model.Dialect;
import java.util.Arrays;
import java.util.Optional;

/** The versions of OpenAPI that are read; each has a grammar of its own. */
enum Version {
    V3_0("3\\.0\\.\\d+(-.+)?", Dialect.OPENAPI_3_0, Grammars.OPENAPI_3_0),
    V3_1("3\\.1\\.\\d+(-.+)?", Dialect.OPENAPI_3_1, Grammars.OPENAPI_3_1),
    V3_2("3\\.2\\.\\d+(-.+)?", Dialect.OPENAPI_3_1, Grammars.OPENAPI_3_2);

    private final String pattern;
    private final Dialect dialect;
    private final String table;

    Version(String pattern, Dialect dialect, String table) {
        this.pattern = pattern;
        this.dialect = dialect;
        this.table = table;
    }

    /** By the field {@code openapi}. */
    static Optional<Version> of(String text) {
        return Arrays.stream(values())
                .filter(version -> text.matches(version.pattern))
                .findFirst();
    }

    /** Whether this version has what came with that one. */
    boolean isFrom(Version that) {
        return compareTo(that) >= 0;
    }

    Dialect dialect() {
        return dialect;
    }

    Grammar grammar() {
        return Grammar.parse(table);
    }
}
