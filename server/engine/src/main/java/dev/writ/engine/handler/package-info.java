/**
 * Operations carried out by functions, found by their {@code operationId}, without generated code: a request whose values
 * are checked goes in, a value or a response comes out.
 */
@NullMarked
package dev.writ.engine.handler;

import org.jspecify.annotations.NullMarked;
