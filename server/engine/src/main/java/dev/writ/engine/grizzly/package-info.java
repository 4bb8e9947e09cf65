/** The transport: Grizzly, reduced to the engine's own request and response. */
@NullMarked
package dev.writ.engine.grizzly;

import org.jspecify.annotations.NullMarked;
