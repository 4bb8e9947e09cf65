package dev.writ.engine.validate;

import dev.writ.engine.model.SchemaNode;

/** Turns the schemas of one contract into checkers; whoever uses it does not know which library checks. */
@FunctionalInterface
public interface SchemaCompiler {
    /**
     * Compiles now, so that a schema which cannot be is told at start.
     *
     * @param direction whose read-only or write-only properties are exempt from {@code required}
     */
    SchemaChecker compile(SchemaNode schema, Direction direction);

    /** Which way a value goes. */
    enum Direction {
        REQUEST,
        RESPONSE
    }
}
