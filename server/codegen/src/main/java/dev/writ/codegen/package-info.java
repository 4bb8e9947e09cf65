/**
 * A generator for openapi-generator: one interface per tag, records, and typed responses.
 *
 * <p>openapi-generator reads and normalizes the document, names the files and writes them. What is in the files comes
 * from here: {@link dev.writ.codegen.Models} says what Java makes of a schema, the {@code ...Shapes} classes turn
 * schemas and operations into what the templates print.
 */
@NullMarked
package dev.writ.codegen;

import org.jspecify.annotations.NullMarked;
