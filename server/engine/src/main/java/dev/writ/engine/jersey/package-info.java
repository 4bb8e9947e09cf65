/** The adapter to JAX-RS: resources and services are Jersey's and HK2's; requests reach them already checked. */
@NullMarked
package dev.writ.engine.jersey;

import org.jspecify.annotations.NullMarked;
