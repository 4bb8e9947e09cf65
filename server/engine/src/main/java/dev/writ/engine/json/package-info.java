/** What Jackson has to know about the values of {@link dev.writ.api}. A leaf. */
@NullMarked
package dev.writ.engine.json;

import org.jspecify.annotations.NullMarked;
