/** JSON (RFC 8259) read strictly and within bounds. */
@NullMarked
package dev.writ.engine.validate.json;

import org.jspecify.annotations.NullMarked;
