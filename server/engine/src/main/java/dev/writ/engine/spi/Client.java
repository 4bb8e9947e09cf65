package dev.writ.engine.spi;

/**
 * Who sent a request, as far as the connection tells.
 *
 * @param address its IP address as text; that of a proxy if there is one in between
 */
public record Client(String address) {}
