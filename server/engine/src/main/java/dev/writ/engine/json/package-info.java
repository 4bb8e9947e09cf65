/** How values of generated types become JSON and back. */
@NullMarked
package dev.writ.engine.json;

import org.jspecify.annotations.NullMarked;
