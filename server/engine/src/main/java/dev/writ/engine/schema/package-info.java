/** Schemas: whether they are any, and whether values are what they say. Knows no HTTP. */
@NullMarked
package dev.writ.engine.schema;

import org.jspecify.annotations.NullMarked;
