package dev.writ.engine.schema.evaluate;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What schemas that are applied to the same value tell one another. Most have nothing to tell.
 *
 * @param evaluated null where nobody asks for it
 * @param optional properties that need not be there whatever {@code required} says: they are the other side's
 */
record InPlace(@Nullable Evaluated evaluated, Set<String> optional) {}
