package dev.writ.engine.stream;

import dev.writ.engine.http.BlockStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Pieces as a stream for a thread that waits for them: one is asked for when the one before is read. A failure of whoever
 * makes them is an {@link IOException}. To close it is to cancel. For one reader.
 */
public final class PieceStream extends BlockStream {
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final Flow.Publisher<ByteBuffer> pieces;
    private final BlockingQueue<Optional<ByteBuffer>> arrived = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Throwable failure;
    private ByteBuffer current = END;
    private boolean begun;
    private boolean atEnd;

    public PieceStream(Flow.Publisher<ByteBuffer> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!current.hasRemaining() && !atEnd) {
            next();
        }
        if (atEnd) {
            return -1;
        }
        int count = Math.min(length, current.remaining());
        current.get(bytes, offset, count);
        return count;
    }

    private void next() throws IOException {
        begin();
        Flow.Subscription source = subscription;
        if (source != null) {
            source.request(1);
        }
        try {
            Optional<ByteBuffer> piece = arrived.take();
            current = piece.orElse(END);
            atEnd = piece.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Throwable cause = failure;
        if (atEnd && cause != null) {
            throw new IOException("the content is broken off", cause);
        }
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        pieces.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                subscription = given;
            }

            @Override
            public void onNext(ByteBuffer piece) {
                arrived.add(Optional.of(piece));
            }

            @Override
            public void onError(Throwable cause) {
                failure = cause;
                arrived.add(Optional.empty());
            }

            @Override
            public void onComplete() {
                arrived.add(Optional.empty());
            }
        });
    }

    @Override
    public void close() {
        begin();
        atEnd = true;
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
    }
}
