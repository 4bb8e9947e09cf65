/** Regular expressions of ECMA-262. */
@NullMarked
package dev.writ.engine.schema.pattern;

import org.jspecify.annotations.NullMarked;
