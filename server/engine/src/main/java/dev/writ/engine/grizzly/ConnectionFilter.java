package dev.writ.engine.grizzly;

import dev.writ.engine.server.FrontDoor;
import dev.writ.engine.server.HttpConnection;
import java.util.Optional;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/** Hands connections, what they bring, and their end, to the {@link FrontDoor}. */
final class ConnectionFilter extends BaseFilter {
    private final Attribute<HttpConnection> attribute =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(ConnectionFilter.class.getName());
    private final FrontDoor door;
    private final boolean secure;

    ConnectionFilter(FrontDoor door, boolean secure) {
        this.door = door;
        this.secure = secure;
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) {
        Connection<?> connection = context.getConnection();
        Optional<HttpConnection> entered = door.enter(new GrizzlyChannel(connection, secure));
        entered.ifPresentOrElse(known -> attribute.set(connection, known), connection::closeSilently);
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        try {
            read(context);
        } catch (Throwable e) {
            // The thread that reads is everybody's: it must not end with one connection.
            context.getConnection().terminateSilently();
            FrontDoor.report(e);
        }
        return context.getStopAction();
    }

    private void read(FilterChainContext context) {
        Buffer buffer = context.getMessage();
        byte[] octets = new byte[buffer.remaining()];
        buffer.get(octets);
        buffer.tryDispose();
        HttpConnection known = attribute.get(context.getConnection());
        if (known != null) {
            known.received(octets);
        }
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        HttpConnection known = attribute.get(context.getConnection());
        if (known != null) {
            known.closed();
        }
        return context.getInvokeAction();
    }
}
