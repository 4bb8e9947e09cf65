/** Checks values against schemas: a schema becomes a tree of small objects, one for each keyword. */
@NullMarked
package dev.writ.engine.schema.evaluate;

import org.jspecify.annotations.NullMarked;
