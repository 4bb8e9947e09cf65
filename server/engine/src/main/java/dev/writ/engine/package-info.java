/**
 * A contract-first service in one expression: {@link dev.writ.engine.Writ} puts the parts together. Inside, a package per
 * step; {@code core.Stage} tells their order.
 */
@NullMarked
package dev.writ.engine;

import org.jspecify.annotations.NullMarked;
