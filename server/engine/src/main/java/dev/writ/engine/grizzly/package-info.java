/** Connections over TCP and TLS by Grizzly, as channels of octets. */
@NullMarked
package dev.writ.engine.grizzly;

import org.jspecify.annotations.NullMarked;
