/**
 * Extension points that an application implements: how credentials are judged, what exceptions mean to a client, how errors
 * are written, who is told of answers.
 */
@NullMarked
package dev.writ.engine.spi;

import org.jspecify.annotations.NullMarked;
