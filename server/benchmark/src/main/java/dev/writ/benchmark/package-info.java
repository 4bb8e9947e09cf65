/** What the engine costs, beside others in the same run. */
@NullMarked
package dev.writ.benchmark;

import org.jspecify.annotations.NullMarked;
