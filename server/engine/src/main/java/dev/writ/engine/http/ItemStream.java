package dev.writ.engine.http;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.UnaryOperator;

/** The items of content that are made while it is sent, before they are written. Subscribed to once. */
public interface ItemStream {

    /** The same, but for what becomes of each item; an exception ends the stream as failed. */
    ItemStream map(UnaryOperator<Item> change);

    /** The items as they are sent, one piece for each. */
    Flow.Publisher<ByteBuffer> pieces();
}
