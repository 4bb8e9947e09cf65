/** Whether the schemas of a contract are any, and whether they mean what their author may have meant. */
@NullMarked
package dev.writ.engine.schema.lint;

import org.jspecify.annotations.NullMarked;
