/** Bodies that have parts: forms, and everything {@code multipart}. */
@NullMarked
package dev.writ.engine.validate.form;

import org.jspecify.annotations.NullMarked;
