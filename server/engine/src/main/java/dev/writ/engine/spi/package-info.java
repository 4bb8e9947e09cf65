/** Extension points that an application implements: how the credentials of a security scheme are judged. A leaf. */
@NullMarked
package dev.writ.engine.spi;

import org.jspecify.annotations.NullMarked;
