/** What every container is turned into and from: a request, a response, their header fields and content. A leaf. */
@NullMarked
package dev.writ.engine.http;

import org.jspecify.annotations.NullMarked;
