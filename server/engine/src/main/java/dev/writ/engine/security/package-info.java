/** Who sends a request, and whether the contract lets them. */
@NullMarked
package dev.writ.engine.security;

import org.jspecify.annotations.NullMarked;
