/**
 * HTTP/1.1 over any connection that brings octets and takes some: strict, bounded in space and time, and without a thread
 * that waits for a client.
 */
@NullMarked
package dev.writ.engine.server;

import org.jspecify.annotations.NullMarked;
