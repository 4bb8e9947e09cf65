/** The contract as the engine uses it: operations, parameters, bodies, responses, each with its place in the source. */
@NullMarked
package dev.writ.engine.model;

import org.jspecify.annotations.NullMarked;
