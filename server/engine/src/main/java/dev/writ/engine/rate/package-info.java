/** How often clients may ask: limits by operation, counted by principal or address. */
@NullMarked
package dev.writ.engine.rate;

import org.jspecify.annotations.NullMarked;
