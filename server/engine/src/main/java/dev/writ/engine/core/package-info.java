/** The pipeline: the order in which a request is judged, handled and answered. Knows no container. */
@NullMarked
package dev.writ.engine.core;

import org.jspecify.annotations.NullMarked;
