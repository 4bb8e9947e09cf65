/** What this contract, in particular, is expected to become. */
@NullMarked
package dev.writ.spec;

import org.jspecify.annotations.NullMarked;
