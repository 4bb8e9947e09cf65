package dev.writ.engine.stream;

import dev.writ.engine.http.Item;
import dev.writ.engine.http.ItemStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.UnaryOperator;

/** Items on their way to a client, in one format. */
public record Items(Flow.Publisher<Item> source, SequentialFormat format) implements ItemStream {

    @Override
    public ItemStream map(UnaryOperator<Item> change) {
        return new Items(new MappedPublisher<>(source, change), format);
    }

    @Override
    public Flow.Publisher<ByteBuffer> pieces() {
        return new MappedPublisher<Item, ByteBuffer>(source, item -> ByteBuffer.wrap(format.written(item)));
    }
}
