package dev.writ.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message: its bytes, with the JSON value where they were written from one, so that nobody parses it again;
 * or pieces that come one after another, of which nobody has all at once.
 */
public final class Content {
    private static final Content EMPTY = new Content(new byte[0], Optional.empty());

    private final byte[] bytes;
    private final Optional<JsonNode> json;
    private final Optional<Flow.Publisher<ByteBuffer>> pieces;
    private final Optional<ItemStream> items;
    private final Optional<Heartbeat> heartbeat;
    private final boolean openEnded;

    /** Whoever makes it comes to the same. */
    private volatile @Nullable Content gzip;

    private Content(byte[] bytes, Optional<JsonNode> json) {
        this(bytes, json, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    private Content(
            byte[] bytes,
            Optional<JsonNode> json,
            Optional<Flow.Publisher<ByteBuffer>> pieces,
            Optional<ItemStream> items,
            Optional<Heartbeat> heartbeat,
            boolean openEnded) {
        this.bytes = bytes;
        this.json = json;
        this.pieces = pieces;
        this.items = items;
        this.heartbeat = heartbeat;
        this.openEnded = openEnded;
    }

    public static Content empty() {
        return EMPTY;
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes, Optional.empty());
    }

    /** {@code bytes} must be what {@code json} is written as. */
    public static Content ofJson(byte[] bytes, JsonNode json) {
        return new Content(bytes, Optional.of(json));
    }

    /**
     * Content that is made while it is sent. Whoever sends it subscribes once, asks for a piece when the client takes it,
     * and cancels when the client has gone; whoever takes it over and does not send it subscribes and cancels at once.
     */
    public static Content ofPieces(Flow.Publisher<ByteBuffer> pieces) {
        return new Content(
                new byte[0], Optional.empty(), Optional.of(pieces), Optional.empty(), Optional.empty(), false);
    }

    /** Pieces that are items, one each. */
    public static Content ofItems(ItemStream items) {
        return new Content(
                new byte[0],
                Optional.empty(),
                Optional.of(items.pieces()),
                Optional.of(items),
                Optional.empty(),
                false);
    }

    /** The same pieces, with something in between. */
    public Content withHeartbeat(Heartbeat choice) {
        return new Content(bytes, json, pieces, items, Optional.of(choice), openEnded);
    }

    /** The same pieces, of which more come for as long as somebody takes them: whoever stops the server ends them. */
    public Content asOpenEnded() {
        return new Content(bytes, json, pieces, items, heartbeat, true);
    }

    /** Whether it ends only when its sender or its reader stops. */
    public boolean isOpenEnded() {
        return openEnded;
    }

    /** The same content as other items. */
    public Content withItems(ItemStream others) {
        return new Content(bytes, json, Optional.of(others.pieces()), Optional.of(others), heartbeat, openEnded);
    }

    /** The same content as other pieces, such as these with somebody who counts them. */
    public Content withPieces(Flow.Publisher<ByteBuffer> others) {
        return new Content(bytes, json, Optional.of(others), Optional.empty(), heartbeat, openEnded);
    }

    /** Tells whoever makes the pieces that nobody will ask for one. */
    public void discard() {
        pieces.ifPresent(Content::cancel);
    }

    private static void cancel(Flow.Publisher<ByteBuffer> publisher) {
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.cancel();
            }

            @Override
            public void onNext(ByteBuffer piece) {
                // Nobody asked for it.
            }

            @Override
            public void onError(Throwable failure) {
                // Nobody waits for it.
            }

            @Override
            public void onComplete() {
                // As it should be.
            }
        });
    }

    /** False for pieces, even if none comes. */
    public boolean isEmpty() {
        return bytes.length == 0 && pieces.isEmpty();
    }

    /**
     * Not a copy: to be read only.
     *
     * @throws IllegalStateException if it comes in {@link #pieces}
     */
    public byte[] bytes() {
        if (pieces.isPresent()) {
            throw new IllegalStateException("content that comes in pieces is never there as a whole");
        }
        return bytes;
    }

    /** In pieces, unless there is so little that it is read at once. */
    public static Content of(ByteSource source) throws IOException {
        if (source.length() > StreamPieces.SIZE) {
            return ofPieces(source);
        }
        try (InputStream stream = source.open(0, source.length())) {
            return of(stream.readAllBytes());
        }
    }

    /** What parts can be had of; empty if it is there as a whole, or comes in pieces that nobody can choose. */
    public Optional<ByteSource> source() {
        return pieces.filter(ByteSource.class::isInstance).map(ByteSource.class::cast);
    }

    /** Empty if the content is there as a whole. */
    public Optional<Flow.Publisher<ByteBuffer>> pieces() {
        return pieces;
    }

    /**
     * The same in a content coding. It is made when it is first asked for and kept, for content that is sent more than once.
     *
     * @throws IllegalStateException if it comes in {@link #pieces}
     */
    public Content coded(ContentCoding coding) {
        if (coding != ContentCoding.GZIP) {
            return of(coding.encode(bytes()));
        }
        Content known = gzip;
        if (known == null) {
            known = of(coding.encode(bytes()));
            gzip = known;
        }
        return known;
    }

    /** Empty if it is there as a whole, or in pieces of which nobody knows more. */
    public Optional<ItemStream> items() {
        return items;
    }

    /** Empty if nothing is to be sent while no piece comes. */
    public Optional<Heartbeat> heartbeat() {
        return heartbeat;
    }

    public Optional<JsonNode> json() {
        return json;
    }
}
