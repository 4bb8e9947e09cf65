/** The engine beside others over HTTP, each in a process of its own: what one request costs the processor. */
@NullMarked
package dev.writ.benchmark.http;

import org.jspecify.annotations.NullMarked;
