/** Whether parameters, bodies and responses are what the contract says; all violations at once. */
@NullMarked
package dev.writ.engine.validate;

import org.jspecify.annotations.NullMarked;
