package dev.writ.engine.grizzly;

import java.io.IOException;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.nio.NIOConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that a client has closed its connection while an answer is sent to it: Grizzly reads nothing meanwhile, and would
 * find out by the second write that fails. Whatever such a client sends besides is dropped: its connection is closed after
 * the answer, as the answer says, so no further request would be answered (RFC 9112, section 9.6). Thread-safe.
 */
final class GoneClients extends BaseFilter implements AddOn {
    private static final Logger LOG = LoggerFactory.getLogger(GoneClients.class);

    private static final String WATCHED = GoneClients.class.getName();

    @Override
    public void setup(NetworkListener listener, FilterChainBuilder filters) {
        filters.add(filters.indexOfType(TransportFilter.class) + 1, this);
    }

    /** Until it is closed. Its request must have been read to the end. */
    void watch(Connection<?> connection) {
        connection.getAttributes().setAttribute(WATCHED, true);
        try {
            ((NIOConnection) connection).enableIOEvent(IOEvent.READ);
        } catch (IOException e) {
            LOG.debug("The client of a stream has gone", e);
        }
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        return context.getConnection().getAttributes().getAttribute(WATCHED) == null
                ? context.getInvokeAction()
                : context.getStopAction();
    }
}
