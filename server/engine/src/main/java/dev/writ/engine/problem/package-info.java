/** The one vocabulary of errors: RFC 9457 problems and the violations that they list. A leaf. */
@NullMarked
package dev.writ.engine.problem;

import org.jspecify.annotations.NullMarked;
