/** What the formats of JSON Schema and OpenAPI mean. */
@NullMarked
package dev.writ.engine.schema.format;

import org.jspecify.annotations.NullMarked;
