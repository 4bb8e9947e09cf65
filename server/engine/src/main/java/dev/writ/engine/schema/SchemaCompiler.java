package dev.writ.engine.schema;

import dev.writ.engine.model.SchemaNode;

/** Turns the schemas of one contract into checkers. Thread-safe. */
@FunctionalInterface
public interface SchemaCompiler {
    SchemaChecker compile(SchemaNode schema, Direction direction);
}
