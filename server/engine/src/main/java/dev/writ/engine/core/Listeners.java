package dev.writ.engine.core;

import dev.writ.engine.spi.OperationListener;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every listener, whatever becomes of the others. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<OperationListener> listeners;

    Listeners(List<OperationListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    void tell(OperationListener.Answered answered) {
        for (OperationListener listener : listeners) {
            try {
                listener.answered(answered);
            } catch (RuntimeException | LinkageError | AssertionError e) {
                LOG.error("A listener failed at {}", answered.operation(), e);
            }
        }
    }
}
