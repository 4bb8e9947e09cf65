package dev.writ.engine.grizzly;

import javax.net.ssl.SSLEngine;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.ssl.SSLBaseFilter;
import org.glassfish.grizzly.ssl.SSLUtils;

/**
 * Closes a connection on which TLS is negotiated anew, which a client can ask for up to TLS 1.2: it could have the server do the
 * costly part of it again and again.
 */
final class OneHandshake implements SSLBaseFilter.HandshakeListener {
    private static final Attribute<Boolean> DONE =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(OneHandshake.class.getName());

    @Override
    public void onInit(Connection<?> connection, SSLEngine engine) {
        // Nothing has been negotiated.
    }

    @Override
    public void onStart(Connection<?> connection) {
        closeIfDone(connection);
    }

    @Override
    public void onComplete(Connection<?> connection) {
        closeIfDone(connection);
        DONE.set(connection, true);
    }

    @Override
    public void onFailure(Connection<?> connection, Throwable cause) {
        // It is closed by whoever has failed.
    }

    private static void closeIfDone(Connection<?> connection) {
        SSLEngine engine = SSLUtils.getSSLEngine(connection);
        // Version 1.3 has no second handshake, but messages that look like the end of one.
        boolean old = engine != null && !engine.getSession().getProtocol().equals("TLSv1.3");
        if (old && Boolean.TRUE.equals(DONE.get(connection))) {
            connection.terminateSilently();
        }
    }
}
