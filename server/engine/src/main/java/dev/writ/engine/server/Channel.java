package dev.writ.engine.server;

import java.nio.ByteBuffer;

/**
 * The far end of a connection, as what carries it sees it: TCP, with TLS or without. Whoever implements it tells the
 * {@link HttpConnection} on top of it what comes. Thread-safe.
 */
public interface Channel {
    /** The IP address of the client, or of whoever is between. */
    String clientAddress();

    /** The port that the client has connected to. */
    int localPort();

    /** Whether it is encrypted. */
    boolean isSecure();

    /**
     * Sends, after what is on its way already, without waiting.
     *
     * @param sent called when the network has taken all of it, in whatever thread, be it within this call; not called if the
     *     connection ends before
     */
    void write(ByteBuffer bytes, Runnable sent);

    /** Whether what the client sends is read at all. What is not read makes the client wait. Some may come nevertheless. */
    void reading(boolean wanted);

    /** Sends nothing more, and says so to the client. */
    void finish();

    /** Ends it at once. */
    void close();
}
