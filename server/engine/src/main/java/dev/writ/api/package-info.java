/**
 * What generated code and the resources that use it see of the engine: two annotations, the base of the typed
 * responses, and the values that pass between them. Depends on nothing else of the engine.
 */
@NullMarked
package dev.writ.api;

import org.jspecify.annotations.NullMarked;
