/** What sends the requests: a process of its own, one thread, as many connections as it is told. */
@NullMarked
package dev.writ.benchmark.http.load;

import org.jspecify.annotations.NullMarked;
