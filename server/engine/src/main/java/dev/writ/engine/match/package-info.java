/** Which operation a method and a path mean. */
@NullMarked
package dev.writ.engine.match;

import org.jspecify.annotations.NullMarked;
