/** How values of generated types become JSON and back. A leaf. */
@NullMarked
package dev.writ.engine.json;

import org.jspecify.annotations.NullMarked;
