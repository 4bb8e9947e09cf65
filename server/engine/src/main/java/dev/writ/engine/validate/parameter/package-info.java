/**
 * Parameters and header fields: from text, by style and schema, to a JSON value that the contract allows. One class for
 * each style (OpenAPI 3.1, section 4.8.12); {@link dev.writ.engine.validate.parameter.SchemaShape} says what a text may
 * be read as.
 */
@NullMarked
package dev.writ.engine.validate.parameter;

import org.jspecify.annotations.NullMarked;
