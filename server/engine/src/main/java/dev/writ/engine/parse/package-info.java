/** From the text of an OpenAPI document to the {@linkplain dev.writ.engine.model model}, or to all its faults. */
@NullMarked
package dev.writ.engine.parse;

import org.jspecify.annotations.NullMarked;
