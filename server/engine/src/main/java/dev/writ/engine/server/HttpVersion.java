package dev.writ.engine.server;

/** Those that are spoken (RFC 9110, section 2.5). */
enum HttpVersion {
    HTTP_1_0,
    HTTP_1_1
}
