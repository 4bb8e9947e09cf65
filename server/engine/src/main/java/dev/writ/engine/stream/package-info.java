/** Content that is a sequence of items: how they are written and read one by one, and where they come from. */
@NullMarked
package dev.writ.engine.stream;

import org.jspecify.annotations.NullMarked;
