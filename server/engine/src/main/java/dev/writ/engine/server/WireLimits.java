package dev.writ.engine.server;

/**
 * Bounds of what surrounds the content of a request, in bytes where nothing else is said. The bounds of content are the
 * contract's and the application's.
 *
 * @param target of the request line; longer is answered with 414
 * @param head request line and header section together; larger is answered with 431
 * @param fields how many header fields; more are answered with 431
 * @param trailers the trailer section of chunked content, which is read and dropped
 * @param chunkExtensions of one message, all together; they are read and dropped
 */
public record WireLimits(int target, int head, int fields, int trailers, int chunkExtensions) {
    public static final WireLimits DEFAULT = new WireLimits(8 * 1024, 16 * 1024, 100, 8 * 1024, 4 * 1024);
}
